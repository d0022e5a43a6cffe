package org.incumbent.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.incumbent.exchange.Conversion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Turns what others publish into a data package.
 */
@Command(name = "convert", description = "Turns what others publish into a data package that validate accepts.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the package was written; what was kept out of it is told and listed",
				"1:nothing was written, since the data is not in this format", "2:the command was not understood",
				"3:a file could not be read or written" },
		footer = { "", "Each row that was kept out is listed in DIR/conversion.txt, with the reason." })
final class ConvertCommand implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec command;

	@Parameters(index = "0", paramLabel = "FORMAT",
			description = "ifg: the ministers database of the Institute for Government; ods: files of the NHS "
					+ "Organisation Data Service; popolo: Popolo JSON; openstates: people and committees of Open States.")
	private Conversion.@Nullable Format format;

	@Parameters(index = "1", paramLabel = "FROM", description = "Directory of the data, for popolo also one file.")
	private @Nullable Path from;

	@Parameters(index = "2", paramLabel = "DIR", description = "Directory for the package; it must be empty or new.")
	private @Nullable Path directory;

	@Option(names = "--published", paramLabel = "DAY", converter = DayConverter.class,
			description = "Day on which the data was published, such as 2026-06-19: who is in post in it was so on that "
					+ "day, and what lies after it is only announced. Without it nobody is shown in post on any day.")
	private @Nullable LocalDate published;

	@Override
	public Integer call() {
		CommandSpec spec = Objects.requireNonNull(this.command);
		Conversion
			.convert(Objects.requireNonNull(this.format), Objects.requireNonNull(this.from),
					Objects.requireNonNull(this.directory), this.published, spec.commandLine().getErr()::println)
			.forEach(spec.commandLine().getOut()::println);
		return Commands.OK;
	}

	/**
	 * Reads a day.
	 */
	static final class DayConverter implements ITypeConverter<LocalDate> {

		@Override
		public LocalDate convert(String text) {
			try {
				return LocalDate.parse(text);
			}
			catch (DateTimeException ex) {
				throw new TypeConversionException("'" + text + "' is not a day; write it like 2026-06-19");
			}
		}

	}

}

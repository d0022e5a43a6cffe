package org.incumbent.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.incumbent.exchange.ConversionException;
import org.incumbent.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import org.springframework.core.NestedRuntimeException;

/**
 * The commands that the application takes in place of starting a server.
 */
@Command(name = "java -jar incumbent.jar",
		description = "Checks, describes and converts data packages of Incumbent, and keeps them as releases in a store.",
		subcommands = { ValidateCommand.class, SuspectsCommand.class, CoverageCommand.class, ConvertCommand.class,
				ExportPopoloCommand.class, ImportCommand.class, PublishCommand.class, RollbackCommand.class,
				ReleasesCommand.class, DiffCommand.class, ExportCommand.class, WithdrawCommand.class,
				BackupCommand.class, RestoreCommand.class },
		synopsisSubcommandLabel = "COMMAND",
		footer = { "", "Without a command the server starts; what begins with -- is then a",
				"setting of it, such as --server.port=8081." })
public final class Commands {

	/** The command did what it was asked, and found nothing wrong. */
	static final int OK = 0;

	/** The command found something that somebody has to mend. */
	static final int PROBLEMS = 1;

	/** The command was asked in a way that it does not understand. */
	static final int USAGE = 2;

	/** The command could not do its work, 4 if the store refuses. */
	static final int FAILED = 3;

	/** The store cannot do what it was asked; nothing was changed. */
	static final int REFUSED = 4;

	private static final Set<String> HELP = Set.of("-h", "--help");

	/** Looked at by picocli alone, for every command. */
	@SuppressWarnings("unused")
	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Prints this help.")
	private boolean help;

	private Commands() {
	}

	/**
	 * Whether the arguments of the application name a command, or ask which there are.
	 * What begins with {@code -} is a setting of the server.
	 */
	public static boolean areIn(String... arguments) {
		return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
	}

	/**
	 * Carries out a command and returns its exit code: 0 if all is well, 1 if something
	 * is wrong with the data, 2 if there is no such command or option, 3 if the command
	 * could not do its work, 4 if the store refuses.
	 */
	public static int run(String... arguments) {
		return run(System.out, System.err, arguments);
	}

	/**
	 * What is printed is in UTF-8, like the data, whatever the system's own encoding is.
	 */
	static int run(PrintStream out, PrintStream err, String... arguments) {
		return new CommandLine(new Commands()).setCaseInsensitiveEnumValuesAllowed(true)
			.setOut(new PrintWriter(new OutputStreamWriter(out, UTF_8), true))
			.setErr(new PrintWriter(new OutputStreamWriter(err, UTF_8), true))
			.setParameterExceptionHandler(Commands::refuse)
			.setExecutionExceptionHandler(Commands::explain)
			.execute(arguments);
	}

	private static int refuse(CommandLine.ParameterException mistake, String[] arguments) {
		CommandLine command = mistake.getCommandLine();
		command.getErr().println(mistake.getMessage());
		command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
		return USAGE;
	}

	private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
			throws Exception {
		if (failure instanceof UncheckedIOException unread) {
			command.getErr().println("Cannot read or write: " + unread.getCause());
			return FAILED;
		}
		if (failure instanceof PackageDirectory.InvalidPackage invalid) {
			command.getOut().println(invalid.getMessage());
			return PROBLEMS;
		}
		if (failure instanceof ConversionException unconverted) {
			command.getErr().println(unconverted.getMessage());
			return PROBLEMS;
		}
		if (failure instanceof StoreException refused) {
			command.getErr().println(refused.getMessage());
			return REFUSED;
		}
		if (failure instanceof NestedRuntimeException failed) {
			command.getErr()
				.println("The store failed: " + failed.getMostSpecificCause().getMessage()
						+ ". What was in service before still is");
			return REFUSED;
		}
		throw failure;
	}

}

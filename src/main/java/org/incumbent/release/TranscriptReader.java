package org.incumbent.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads which lines of which text are the body of which source.
 */
final class TranscriptReader {

	private static final TableFormat FORMAT = new TableFormat("transcripts", "transcripts.csv",
			List.of(column("source_id", ColumnFormat.Type.TEXT), column("file", ColumnFormat.Type.TEXT),
					column("first_line", ColumnFormat.Type.INTEGER), column("last_line", ColumnFormat.Type.INTEGER)),
			List.of("source_id"), List.of());

	private final Path texts;

	private final List<Problem> problems;

	/**
	 * A reader that adds what it cannot read to the problems.
	 * @param texts the directory of the texts
	 */
	TranscriptReader(Path texts, List<Problem> problems) {
		this.texts = texts;
		this.problems = problems;
	}

	private static ColumnFormat column(String name, ColumnFormat.Type type) {
		return new ColumnFormat(name, "", type, true, false, List.of(), null, 1);
	}

	/**
	 * The bodies by the sources' ids.
	 * @param transcripts a CSV file with the columns source_id, file, first_line,
	 * last_line
	 */
	Map<String, Transcript> read(Path transcripts) {
		CsvTable table = new CsvTableReader(this.problems).read(FORMAT, transcripts.toString(), content(transcripts));
		CellRules.checkTable(table, this.problems);
		Map<String, Transcript> bodies = new HashMap<>();
		for (Row row : table.rows()) {
			String source = row.text("source_id");
			Transcript body = body(row);
			if (source != null && body != null) {
				bodies.put(source, body);
			}
		}
		return bodies;
	}

	private @Nullable Transcript body(Row row) {
		String file = row.text("file");
		int first = number(row, "first_line");
		int last = number(row, "last_line");
		if (file == null || first < 1 || last < 1) {
			return null;
		}
		Path path = this.texts.resolve(file);
		byte[] content = content(path);
		if (content == null) {
			this.problems.add(row.problem("file", "there is no " + path + "; correct the name or add the text"));
			return null;
		}
		List<String> lines = lines(content);
		if (first > last || last > lines.size()) {
			this.problems.add(row.problem("first_line", "the body cannot be in lines " + first + " to " + last
					+ ", since " + path + " has " + lines.size() + " lines; correct the numbers"));
			return null;
		}
		return Transcript.of(path.toString(), lines, first, last);
	}

	private static int number(Row row, String column) {
		String text = String.valueOf(row.text(column));
		return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
	}

	private static List<String> lines(byte[] content) {
		return new String(content, UTF_8).lines().toList();
	}

	private static byte @Nullable [] content(Path file) {
		try {
			return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

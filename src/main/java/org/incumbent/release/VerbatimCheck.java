package org.incumbent.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a data package with the texts of its sources, which are not part of it: every
 * quote must stand in its source word for word, and everything that stands there in
 * quotation marks must be listed.
 */
final class VerbatimCheck {

	private final Path texts;

	private final Path transcripts;

	/**
	 * A check against some texts.
	 * @param texts the directory of the texts, which are plain and in UTF-8
	 * @param transcripts a CSV file with the columns source_id, file, first_line,
	 * last_line: which lines of which text are the body of which source, from 1
	 */
	VerbatimCheck(Path texts, Path transcripts) {
		this.texts = texts;
		this.transcripts = transcripts;
	}

	/**
	 * How a package compares with the texts. Sources without a text are passed over.
	 */
	VerbatimReport check(DataPackage data) {
		List<Problem> problems = new ArrayList<>();
		Map<String, Transcript> bodies = new TranscriptReader(this.texts, problems).read(this.transcripts);
		return new VerbatimComparison(data, bodies, problems).report();
	}

}

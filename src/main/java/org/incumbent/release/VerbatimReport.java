package org.incumbent.release;

import java.util.List;

/**
 * What came of comparing a data package with the texts of its sources.
 *
 * @param texts how many sources have a text
 * @param direct how many direct quotes stand in them word for word
 * @param fragments how many fragments stand in them word for word
 * @param spans how many passages in quotation marks the texts have
 * @param listed how many of these a quote, a repeat of one or a quoted term accounts for
 */
record VerbatimReport(int texts, int direct, int fragments, int spans, int listed, List<Problem> problems) {

	VerbatimReport {
		problems = List.copyOf(problems);
	}

	@Override
	public String toString() {
		return "%d texts: %d direct quotes and %d fragments verbatim, %d of %d passages in quotation marks listed, %d problems"
			.formatted(this.texts, this.direct, this.fragments, this.listed, this.spans, this.problems.size());
	}

}

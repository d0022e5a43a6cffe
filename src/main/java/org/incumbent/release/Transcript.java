package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;

/**
 * The body of a source as it was printed.
 *
 * @param file the file of the text with its directory, for messages
 * @param paragraphs its lines that are not blank, headings among them
 */
record Transcript(String file, List<Paragraph> paragraphs) {

	Transcript {
		paragraphs = List.copyOf(paragraphs);
	}

	/**
	 * The body that stands between two lines of a text.
	 * @param first from 1
	 * @param last the last one included
	 */
	static Transcript of(String file, List<String> lines, int first, int last) {
		List<Paragraph> paragraphs = new ArrayList<>();
		for (int line = first; line <= last; line++) {
			String text = lines.get(line - 1);
			if (!text.isBlank()) {
				paragraphs.add(new Paragraph(paragraphs.size() + 1, line, text, QuotedSpan.in(text)));
			}
		}
		return new Transcript(file, paragraphs);
	}

	/**
	 * Whether all the paragraphs are there.
	 */
	boolean has(Locator locator) {
		return locator.isOrdered() && locator.first() >= 1 && locator.last() <= this.paragraphs.size();
	}

	List<Paragraph> at(Locator locator) {
		return this.paragraphs.subList(locator.first() - 1, locator.last());
	}

	/**
	 * A paragraph of the body.
	 *
	 * @param number from 1, which locators give
	 * @param line its line in the file, from 1
	 */
	record Paragraph(int number, int line, String text, List<QuotedSpan> spans) {

		/**
		 * Whether a statement is all that stands in one span of the paragraph, or in
		 * several between which the reporter speaks.
		 */
		boolean prints(String statement) {
			for (int first = 0; first < this.spans.size(); first++) {
				if (printsFrom(first, statement)) {
					return true;
				}
			}
			return false;
		}

		private boolean printsFrom(int first, String statement) {
			if (this.spans.get(first).readings().stream().anyMatch((words) -> Wording.same(words, statement))) {
				return true;
			}
			StringBuilder joined = new StringBuilder(this.spans.get(first).words());
			for (int next = first + 1; next < this.spans.size(); next++) {
				joined.append(' ').append(this.spans.get(next).words());
				if (Wording.sameSaveForStops(joined.toString(), statement)) {
					return true;
				}
			}
			return false;
		}

		/**
		 * Whether some span of the paragraph is a part of a statement.
		 */
		boolean printsPartOf(String statement) {
			return this.spans.stream().anyMatch((span) -> span.isPartOf(statement));
		}

	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of a data package with the bodies of its sources.
 */
final class VerbatimComparison {

	private final DataPackage data;

	private final Map<String, Transcript> bodies;

	private final List<Problem> problems;

	private final Map<String, List<Listed>> listedBySource = new HashMap<>();

	/**
	 * A comparison that adds what differs to the problems.
	 * @param bodies by the sources' ids
	 */
	VerbatimComparison(DataPackage data, Map<String, Transcript> bodies, List<Problem> problems) {
		this.data = data;
		this.bodies = bodies;
		this.problems = problems;
	}

	VerbatimReport report() {
		this.data.tables().forEach(this::checkLocators);
		int direct = countVerbatim("DIRECT");
		int fragments = countVerbatim("FRAGMENT");
		checkRepeats();
		checkTerms();
		int spans = 0;
		int listed = 0;
		for (Map.Entry<String, Transcript> body : this.bodies.entrySet()) {
			for (Transcript.Paragraph paragraph : body.getValue().paragraphs()) {
				spans += paragraph.spans().size();
				listed += countListed(body.getKey(), body.getValue(), paragraph);
			}
		}
		return new VerbatimReport(this.bodies.size(), direct, fragments, spans, listed,
				this.problems.stream().sorted().distinct().toList());
	}

	private void checkLocators(CsvTable table) {
		if (!table.format().has("source_id") || !table.format().has("locator")) {
			return;
		}
		for (Row row : table.rows()) {
			Transcript body = body(row);
			Locator locator = Locator.parse(row.text("locator"));
			if (body != null && locator != null && !body.has(locator)) {
				this.problems.add(row.problem("locator", "`locator` is " + row.text("locator") + ", but the body in "
						+ body.file() + " has the paragraphs p1 to p" + body.paragraphs().size() + "; correct it"));
			}
		}
	}

	private int countVerbatim(String form) {
		int verbatim = 0;
		for (Row quote : this.data.rows("quotes")) {
			String text = quote.text("text");
			Transcript body = body(quote);
			if (text != null && body != null && form.equals(quote.text("form"))) {
				list(quote, text, false);
				verbatim += isVerbatim(quote, text, body) ? 1 : 0;
			}
		}
		return verbatim;
	}

	private boolean isVerbatim(Row quote, String text, Transcript body) {
		List<Transcript.Paragraph> paragraphs = paragraphs(quote, body);
		String[] statements = text.split("\n\n", -1);
		if (statements.length != paragraphs.size()) {
			this.problems.add(quote.problem("text",
					"the quote has " + statements.length + " paragraphs and its `locator` gives " + paragraphs.size()
							+ "; give all and only those in which it stands, parted by an empty line in `text`"));
			return false;
		}
		for (int index = 0; index < statements.length; index++) {
			Transcript.Paragraph paragraph = paragraphs.get(index);
			if (!paragraph.prints(statements[index])) {
				this.problems.add(quote.problem("text",
						"the words " + Problem.quoted(statements[index])
								+ " are not what stands in quotation marks in p" + paragraph.number() + " ("
								+ body.file() + ":" + paragraph.line() + "); copy the whole passage exactly"));
				return false;
			}
		}
		return true;
	}

	private void checkRepeats() {
		CsvTable quotes = this.data.table("quotes");
		for (Row citation : this.data.rows("citations")) {
			Row quote = "Quote".equals(citation.text("subject_type")) ? quotes.find(citation.text("subject_id")) : null;
			String text = (quote != null) ? quote.text("text") : null;
			Transcript body = body(citation);
			if (text != null && body != null) {
				list(citation, text, false);
				checkRepeat(citation, text, body);
			}
		}
	}

	private void checkRepeat(Row citation, String text, Transcript body) {
		for (Transcript.Paragraph paragraph : paragraphs(citation, body)) {
			if (!paragraph.printsPartOf(text)) {
				this.problems.add(citation.problem("locator", "no words of the quote stand in quotation marks in p"
						+ paragraph.number() + "; correct the place or remove the row"));
			}
		}
	}

	private void checkTerms() {
		for (Row term : this.data.rows("quoted_terms")) {
			String text = term.text("text");
			Transcript body = body(term);
			if (text == null || body == null) {
				continue;
			}
			list(term, text, true);
			if (paragraphs(term, body).stream().noneMatch((paragraph) -> paragraph.prints(text))) {
				this.problems.add(term.problem("text",
						"the words " + Problem.quoted(text) + " do not stand in quotation marks at "
								+ term.text("locator") + "; correct them or the place"));
			}
		}
	}

	private void list(Row row, String words, boolean whole) {
		Locator locator = Locator.parse(row.text("locator"));
		String source = row.text("source_id");
		if (locator != null && source != null) {
			this.listedBySource.computeIfAbsent(source, (key) -> new ArrayList<>())
				.add(new Listed(locator, words, whole));
		}
	}

	private int countListed(String source, Transcript body, Transcript.Paragraph paragraph) {
		List<Listed> listed = this.listedBySource.getOrDefault(source, List.of());
		int count = 0;
		for (QuotedSpan span : paragraph.spans()) {
			if (listed.stream().anyMatch((words) -> words.accountFor(paragraph, span))) {
				count++;
				continue;
			}
			this.problems.add(new Problem(body.file(), paragraph.line(), span.start() + 1, "the words "
					+ Problem.quoted(span.readings().get(0)) + " stand in quotation marks in p" + paragraph.number()
					+ " of " + Problem.quoted(source)
					+ ", but no row lists them; add them to quotes.csv, to citations.csv if they repeat a quote, "
					+ "or to quoted_terms.csv if nobody is said to say them"));
		}
		return count;
	}

	private @Nullable Transcript body(Row row) {
		String source = row.text("source_id");
		return (source != null) ? this.bodies.get(source) : null;
	}

	private static List<Transcript.Paragraph> paragraphs(Row row, Transcript body) {
		Locator locator = Locator.parse(row.text("locator"));
		return (locator != null && body.has(locator)) ? body.at(locator) : List.of();
	}

	/**
	 * Words that the package gives for some paragraphs.
	 *
	 * @param whole whether they are all of a passage, else parts of them may be
	 */
	private record Listed(Locator locator, String words, boolean whole) {

		boolean accountFor(Transcript.Paragraph paragraph, QuotedSpan span) {
			if (!this.locator.covers(paragraph.number())) {
				return false;
			}
			return this.whole ? span.readings().stream().anyMatch((reading) -> Wording.same(reading, this.words))
					: span.isPartOf(this.words);
		}

	}

}

package org.incumbent.release;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.incumbent.time.FuzzyDate;

/**
 * That each quote has one speaker, the words or the gloss that its form needs, and a
 * place of its own in its source.
 */
final class QuoteRules implements Rule {

	private static final List<String> SPEAKERS = List.of("speaker_person_id", "speaker_organisation_id",
			"speaker_description");

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		checkPositions(data, problems);
		for (Row quote : data.rows("quotes")) {
			checkSpeaker(quote, problems);
			checkForm(quote, problems);
			checkParagraphs(quote, problems);
			checkDay(data, quote, problems);
		}
		for (Row as : data.rows("quote_roles")) {
			checkRole(data, as, problems);
		}
	}

	private static void checkSpeaker(Row quote, List<Problem> problems) {
		Stream<String> given = SPEAKERS.stream().filter((column) -> quote.text(column) != null);
		if (given.count() != 1) {
			problems.add(quote.problem(SPEAKERS.get(0),
					"a quote has one speaker; give exactly one of `" + String.join("`, `", SPEAKERS) + "`"));
		}
	}

	private static void checkForm(Row quote, List<Problem> problems) {
		String form = String.valueOf(quote.text("form"));
		if (form.equals("REPORTED")) {
			if (quote.text("text") != null) {
				problems.add(quote.problem("text",
						"a REPORTED quote has no words of its own; empty `text`, or write DIRECT or FRAGMENT in `form`"));
			}
			if (quote.text("gloss") == null) {
				problems
					.add(quote.problem("gloss", "a REPORTED quote needs a `gloss`; say in own words what was said"));
			}
		}
		else if (quote.text("text") == null && quote.text("form") != null) {
			problems.add(quote.problem("text",
					"a " + form + " quote needs its words in `text`; give them, or write REPORTED in `form`"));
		}
	}

	private static void checkParagraphs(Row quote, List<Problem> problems) {
		String text = String.valueOf(quote.text("text"));
		for (String paragraph : text.split("\n\n", -1)) {
			if (paragraph.contains("\n") || paragraph.isEmpty() || !paragraph.equals(paragraph.strip())) {
				problems.add(quote.problem("text",
						"the paragraphs of a quote are parted by one empty line each, without spaces around; correct the line breaks"));
				return;
			}
		}
	}

	private static void checkPositions(PackageIndex data, List<Problem> problems) {
		data.rowsBy("quotes", "source_id", "position")
			.forEachRepeat((first,
					quote) -> problems.add(quote.problem("position",
							"`position` " + quote.get("position") + " of " + Problem.quoted(quote.get("source_id"))
									+ " is already taken in line " + first.line()
									+ "; number the quotes in the order of the source")));
	}

	private static void checkDay(PackageIndex data, Row quote, List<Problem> problems) {
		Row source = data.find("sources", quote.text("source_id"));
		FuzzyDate said = data.date(quote, "said_on");
		FuzzyDate published = (source != null) ? data.date(source, "published_on") : null;
		if (said != null && published != null && said.earliest() != null && published.latest() != null
				&& said.earliest().isAfter(published.latest())) {
			problems.add(quote.problem("said_on", "`said_on` is " + Problem.quoted(said.edtf())
					+ ", after the source was published on " + published.edtf() + "; correct one of them"));
		}
	}

	private static void checkRole(PackageIndex data, Row as, List<Problem> problems) {
		Row quote = data.find("quotes", as.text("quote_id"));
		Row appointment = data.find("appointments", as.text("appointment_id"));
		if (quote != null && appointment != null
				&& !Objects.equals(quote.text("speaker_person_id"), appointment.text("person_id"))) {
			problems.add(as.problem("appointment_id",
					Problem.quoted(appointment.get("id")) + " is no appointment of the speaker of "
							+ Problem.quoted(quote.get("id")) + " (" + quote
							+ "); name one of the speaker's, or remove the row"));
		}
	}

}

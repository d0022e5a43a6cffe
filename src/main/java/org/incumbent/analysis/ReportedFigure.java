package org.incumbent.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.incumbent.role.RoleKind;

/**
 * A number of holders in a number of years as a source gives it, such as "11 chief
 * executives in 14 years".
 */
record ReportedFigure(int holders, RoleKind kind, int years) {

	private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
			"eighteen", "nineteen", "twenty");

	private static final Map<String, RoleKind> TITLES = Map.ofEntries(
			Map.entry("chief executive", RoleKind.CHIEF_EXECUTIVE), Map.entry("chief", RoleKind.CHIEF_EXECUTIVE),
			Map.entry("boss", RoleKind.CHIEF_EXECUTIVE), Map.entry("chair", RoleKind.CHAIR),
			Map.entry("chairman", RoleKind.CHAIR), Map.entry("chairmen", RoleKind.CHAIR),
			Map.entry("chief operating officer", RoleKind.CHIEF_OPERATING_OFFICER),
			Map.entry("finance director", RoleKind.CHIEF_FINANCIAL_OFFICER),
			Map.entry("medical director", RoleKind.MEDICAL_DIRECTOR), Map.entry("chief nurse", RoleKind.CHIEF_NURSE),
			Map.entry("nursing director", RoleKind.CHIEF_NURSE), Map.entry("health secretary", RoleKind.MINISTER),
			Map.entry("secretary of state", RoleKind.MINISTER), Map.entry("minister", RoleKind.MINISTER));

	private static final Pattern FIGURE = Pattern.compile("(\\w+) ([a-z ]+?) in (\\w+) years?");

	/**
	 * Reads a figure, empty for any other text.
	 */
	static Optional<ReportedFigure> of(String text) {
		Matcher figure = FIGURE.matcher(text.toLowerCase(Locale.ROOT).strip());
		if (!figure.matches()) {
			return Optional.empty();
		}
		int holders = number(figure.group(1));
		RoleKind kind = TITLES.get(singular(figure.group(2)));
		int years = number(figure.group(3));
		return (holders >= 0 && kind != null && years > 0) ? Optional.of(new ReportedFigure(holders, kind, years))
				: Optional.empty();
	}

	private static String singular(String title) {
		if (title.equals("secretaries of state")) {
			return "secretary of state";
		}
		return title.replaceFirst("ies$", "y").replaceFirst("sses$", "ss").replaceFirst("(?<!s)s$", "");
	}

	/**
	 * The number in digits or words, -1 for another word.
	 */
	private static int number(String text) {
		return text.matches("\\d{1,4}") ? Integer.parseInt(text) : NUMBERS.indexOf(text);
	}

}

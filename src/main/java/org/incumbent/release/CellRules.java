package org.incumbent.release;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Each cell by itself: that it is there where it must be, and well-formed.
 */
final class CellRules implements Rule {

	private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");

	private static final String WORDS = "^[a-z0-9]+(-[a-z0-9]+)*$";

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		data.tables().forEach((table) -> checkTable(table, problems));
	}

	static void checkTable(CsvTable table, List<Problem> problems) {
		List<ColumnFormat> columns = table.format()
			.columns()
			.stream()
			.filter((column) -> table.has(column.name()))
			.toList();
		for (Row row : table.rows()) {
			columns.forEach((column) -> checkCell(row, column, problems));
		}
	}

	private static void checkCell(Row row, ColumnFormat column, List<Problem> problems) {
		String text = row.text(column.name());
		String wrong = (text != null) ? whatIsWrong(row, column, text) : whatIsMissing(column);
		if (wrong != null) {
			problems.add(row.problem(column.name(), wrong));
		}
	}

	private static @Nullable String whatIsMissing(ColumnFormat column) {
		return column.required() ? "`" + column.name() + "` is empty; it needs a value" : null;
	}

	private static @Nullable String whatIsWrong(Row row, ColumnFormat column, String text) {
		String unclean = uncleanText(row, column, text);
		if (unclean != null) {
			return unclean;
		}
		return switch (column.type()) {
			case TEXT -> wrongText(column, text);
			case LIST -> wrongList(column, text);
			case BOOLEAN -> List.of("true", "false").contains(text) ? null
					: isNot(column, text, "true or false; write one of these in lower case");
			case INTEGER -> wrongInteger(column, text);
			case DATE -> wrongDay(column, text);
			case EDTF -> wrongDate(column, text);
			case URL -> wrongUrl(column, text);
		};
	}

	private static @Nullable String uncleanText(Row row, ColumnFormat column, String text) {
		String name = "`" + column.name() + "` ";
		if (Character.isWhitespace(text.codePointAt(0))
				|| Character.isWhitespace(text.codePointBefore(text.length()))) {
			return name + "starts or ends with a space; remove it";
		}
		if (isPrintableAscii(text)) {
			return null;
		}
		boolean hasParagraphs = row.table().equals("quotes") && column.name().equals("text");
		for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
			int character = text.codePointAt(index);
			if (!isPlain(character) && !(hasParagraphs && character == '\n')) {
				return name + String.format(Locale.ROOT,
						"has U+%04X at character %d, which readers cannot see or tell from a space; remove it or type a plain space",
						character, index + 1);
			}
		}
		if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
			return name + "has letters and accents as characters of their own; save it in Unicode's form NFC";
		}
		return null;
	}

	/**
	 * Whether nothing can be wrong with the characters, as in most cells.
	 */
	private static boolean isPrintableAscii(String text) {
		for (int index = 0; index < text.length(); index++) {
			if (text.charAt(index) < ' ' || text.charAt(index) > '~') {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> character == ' ';
			default -> true;
		};
	}

	private static @Nullable String wrongText(ColumnFormat column, String text) {
		if (!isAllowed(column, text)) {
			return isNotAllowed(column, text);
		}
		// A key that is not well-formed is no row's key, which ReferenceRules tells.
		if (!matches(column, text) && !column.name().endsWith("_id")) {
			return isNot(column, text, "well-formed; " + expected(column));
		}
		Locator locator = column.name().equals("locator") ? Locator.parse(text) : null;
		return (locator == null || locator.isOrdered()) ? null
				: isNot(column, text, "in order; put the earlier paragraph first");
	}

	private static @Nullable String wrongList(ColumnFormat column, String text) {
		Set<String> seen = new HashSet<>();
		for (String item : text.split(";", -1)) {
			if (item.isEmpty() || !item.equals(item.strip())) {
				return isNot(column, text, "a list; join its items with ; alone, without spaces or empty items");
			}
			if (!isAllowed(column, item)) {
				return isNotAllowed(column, item);
			}
			if (!seen.add(item)) {
				return "`" + column.name() + "` has " + Problem.quoted(item) + " twice; remove one";
			}
		}
		return matches(column, text) ? null : isNot(column, text, "well-formed; " + expected(column));
	}

	private static boolean isAllowed(ColumnFormat column, String value) {
		return column.values().isEmpty() || column.values().contains(value);
	}

	private static String isNotAllowed(ColumnFormat column, String value) {
		return isNot(column, value, "among the values allowed; use one of " + String.join(", ", column.values()));
	}

	private static String expected(ColumnFormat column) {
		String pattern = String.valueOf(column.pattern());
		return pattern.equals(WORDS) ? "write lower-case words of a to z and 0 to 9, joined by -"
				: "write what matches " + pattern + ". " + column.description();
	}

	private static boolean matches(ColumnFormat column, String text) {
		return column.pattern() == null || column.pattern().matcher(text).matches();
	}

	private static @Nullable String wrongInteger(ColumnFormat column, String text) {
		if (!INTEGER.matcher(text).matches()) {
			return isNot(column, text, "a whole number; write digits alone");
		}
		if (column.minimum() != null && Integer.parseInt(text) < column.minimum()) {
			return isNot(column, text, "high enough; the least is " + column.minimum());
		}
		return null;
	}

	private static @Nullable String wrongDay(ColumnFormat column, String text) {
		try {
			LocalDate.parse(text);
			return null;
		}
		catch (DateTimeException ex) {
			return isNot(column, text, "a day of the calendar; write it like 2019-03-04");
		}
	}

	private static @Nullable String wrongDate(ColumnFormat column, String text) {
		try {
			FuzzyDate.parse(text);
			return null;
		}
		catch (EdtfException ex) {
			return isNot(column, text, "a date we take: at character " + (ex.position() + 1) + ", " + ex.getMessage());
		}
	}

	private static @Nullable String wrongUrl(ColumnFormat column, String text) {
		try {
			URI uri = new URI(text);
			if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
				return null;
			}
		}
		catch (URISyntaxException ex) {
			// It is no address; the message below says what one is.
		}
		return isNot(column, text, "a web address; write it whole, from http:// or https:// on");
	}

	private static String isNot(ColumnFormat column, String text, String what) {
		return "`" + column.name() + "` is " + Problem.quoted(text) + ", which is not " + what;
	}

}

package org.incumbent.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values of others into the form that a data package has them in.
 */
final class ForeignText {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

	private static final Pattern REDUCED_DATE = Pattern
		.compile("([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)([T ][0-9]{2}:[0-9]{2}.*)?");

	private static final Pattern COMPACT_DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

	private static final Pattern NOT_IN_LOCATOR = Pattern.compile("[^A-Za-z0-9._/-]+");

	private ForeignText() {
	}

	/**
	 * The text in Unicode's form NFC with plain single spaces, without characters that
	 * nobody sees.
	 */
	static String clean(@Nullable String text) {
		if (text == null) {
			return "";
		}
		String spaced = SPACES.matcher(text).replaceAll(" ");
		return Normalizer.normalize(INVISIBLE.matcher(spaced).replaceAll(""), Normalizer.Form.NFC).strip();
	}

	/**
	 * A date of ISO 8601 to the day, month or year, a time of day cut off; null if it is
	 * none.
	 */
	static @Nullable String date(String text) {
		Matcher reduced = REDUCED_DATE.matcher(text.strip());
		return reduced.matches() ? edtf(reduced.group(1)) : null;
	}

	/**
	 * The date of {@code YYYYMMDD}, null if it is none.
	 */
	static @Nullable String compactDate(String text) {
		Matcher compact = COMPACT_DATE.matcher(text);
		return compact.matches() ? edtf(compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3)) : null;
	}

	private static @Nullable String edtf(String text) {
		try {
			return FuzzyDate.parse(text).edtf();
		}
		catch (EdtfException ex) {
			return null;
		}
	}

	/**
	 * Some day from the first of one date to the last of another.
	 * @param first a date without open ends, as {@link #date} gives it
	 */
	static String between(String first, String last) {
		return first.equals(last) ? first
				: "[" + FuzzyDate.parse(first).earliest() + ".." + FuzzyDate.parse(last).latest() + "]";
	}

	/**
	 * Whether the text is a web address as a data package takes it.
	 */
	static boolean isUrl(String text) {
		try {
			URI uri = new URI(text);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
					&& clean(text).equals(text);
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * The place of a row in a dataset.
	 */
	static String rowLocator(String path) {
		String place = NOT_IN_LOCATOR.matcher(path).replaceAll("_");
		boolean starts = !place.isEmpty() && Character.isLetterOrDigit(place.charAt(0));
		return "row " + (starts ? place : "0" + place);
	}

}

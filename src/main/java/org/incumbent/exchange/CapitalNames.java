package org.incumbent.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns names in capitals into names as people write them, and leaves acronyms alone.
 */
final class CapitalNames {

	private static final Set<String> SMALL = words(
			"and of the for in on at by to with upon under over near le la de cum");

	/** Acronyms that could be words, having vowels; those without need no list. */
	private static final Set<String> ACRONYMS = words(
			"""
					a&e adhd aids aqp bame bma bmi bupa cais camhs cas cats cic coad copd cri dhu ecg ed elft ent epct eput gpo gpsi
					hiv iapt ic icb icbs icos ics icu ict iom ipu irc iuc lgbt lift mcas meoc miu mius ndas nduc neas nice nos oa ooh
					oohs op pals pcoc pelc pims raid rru sas sepcas sept spa sti uc ucc uccs uclh uk usa utc wic wics yoi yot yos""");

	/** Abbreviations that have no vowel and are no acronyms. */
	private static final Set<String> ABBREVIATIONS = words("""
			blvd cntr ctr ctrs cwm dr drs flr grp gt hlth ltd mr mrs mt ng nrth ptnr ptnrs ptrs rd st svc svcs wlk""");

	private static final Set<String> ROMAN = words("ii iii iv vi vii viii ix xi xii xiii");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&']+");

	private static final Pattern VOWEL = Pattern.compile("[aeiouy]");

	private static final Pattern SCOTTISH = Pattern.compile("mc(?=[a-z]{3})(?!as$)([a-z].*)");

	private static final Pattern ELIDED = Pattern.compile("([a-z])'([a-z]{2}.*)");

	private CapitalNames() {
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.strip().split("\\s+")));
	}

	/**
	 * The name with capitals at the beginnings of words only. A name that has small
	 * letters already stays as it is.
	 */
	static String of(String name) {
		if (!name.equals(name.toUpperCase(Locale.ROOT))) {
			return name;
		}
		StringBuilder written = new StringBuilder();
		Matcher words = WORD.matcher(name);
		int end = 0;
		String before = "";
		while (words.find()) {
			String between = name.substring(end, words.start());
			String word = words.group().toLowerCase(Locale.ROOT);
			boolean starts = end == 0 || between.contains("(") || between.contains(" - ") || between.contains(": ");
			boolean alone = between.endsWith(".") || name.startsWith(".", words.end());
			written.append(between).append(word(word, before, starts, alone));
			before = word;
			end = words.end();
		}
		return written.append(name.substring(end)).toString();
	}

	private static String word(String word, String before, boolean starts, boolean dotted) {
		if (SMALL.contains(word) && !starts && !dotted) {
			return word;
		}
		if (isAcronym(word) || (isTitle(before) && isInitials(word))) {
			return word.toUpperCase(Locale.ROOT);
		}
		if (word.indexOf('&') > 0) {
			return joined(word);
		}
		Matcher scottish = SCOTTISH.matcher(word);
		if (scottish.matches()) {
			return "Mc" + capital(scottish.group(1));
		}
		Matcher elided = ELIDED.matcher(word);
		if (elided.matches()) {
			return capital(elided.group(1)) + "'" + capital(elided.group(2));
		}
		return capital(word);
	}

	private static boolean isAcronym(String word) {
		String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
		boolean hasDigit = bare.chars().anyMatch(Character::isDigit);
		boolean hasLetter = bare.chars().anyMatch(Character::isLetter);
		if (word.length() == 1 || ACRONYMS.contains(word) || ROMAN.contains(word)) {
			return true;
		}
		if (hasDigit) {
			return hasLetter && !isOrdinal(word);
		}
		return bare.length() > 1 && bare.equals(word) && word.indexOf('&') < 0 && !VOWEL.matcher(word).find()
				&& !ABBREVIATIONS.contains(word);
	}

	private static boolean isOrdinal(String word) {
		return word.matches("[0-9]+(st|nd|rd|th)");
	}

	private static boolean isTitle(String word) {
		return word.equals("dr") || word.equals("drs");
	}

	/**
	 * Whether what follows a doctor's title is initials: two letters that are no name.
	 */
	private static boolean isInitials(String word) {
		return word.length() == 2
				&& !Set.of("de", "le", "la", "st", "ng", "wu", "xu", "li", "ho", "ma", "al", "el").contains(word);
	}

	/**
	 * Words that an ampersand joins without spaces, such as {@code H&J}.
	 */
	private static String joined(String word) {
		StringBuilder written = new StringBuilder();
		for (String part : word.split("&", -1)) {
			boolean acronym = part.length() <= 2 || isAcronym(part);
			written.append((written.length() > 0) ? "&" : "")
				.append(acronym ? part.toUpperCase(Locale.ROOT) : capital(part));
		}
		return written.toString();
	}

	private static String capital(String word) {
		return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

}

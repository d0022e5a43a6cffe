package org.incumbent.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes random EDTF texts that are right by construction.
 */
final class RandomEdtf {

	private static final String[] QUALIFIERS = { "", "", "?", "~", "%" };

	private static final int KINDS_OF_RANGE = 4;

	private final RandomGenerator random;

	RandomEdtf(RandomGenerator random) {
		this.random = random;
	}

	String text() {
		return switch (this.random.nextInt(4)) {
			case 0 -> extent();
			case 1 -> dateTime();
			default -> dateOrSet();
		};
	}

	String dateOrSet() {
		return this.random.nextBoolean() ? date() : set();
	}

	String date() {
		return plainDate() + qualifier();
	}

	String plainDate() {
		return switch (this.random.nextInt(9)) {
			case 0 -> longYear();
			case 1 -> year().substring(0, 3) + "X";
			case 2 -> year().substring(0, 2) + "XX";
			case 3 -> negativeYear();
			case 4 -> year() + "-XX";
			case 5 -> year() + "-XX-XX";
			case 6 -> month(year(), month()) + "-XX";
			default -> ofPrecision(this.random.nextInt(KINDS_OF_RANGE), this.random.nextInt(10_000));
		};
	}

	String qualifier() {
		return QUALIFIERS[this.random.nextInt(QUALIFIERS.length)];
	}

	String year() {
		return padded(this.random.nextInt(10_000), 4);
	}

	int month() {
		return this.random.nextInt(1, 13);
	}

	String set() {
		List<String> members = new ArrayList<>();
		int count = this.random.nextInt(1, 5);
		for (int i = 0; i < count; i++) {
			members.add(this.random.nextBoolean() ? date() : range());
		}
		if (this.random.nextInt(4) == 0) {
			members.add(0, ".." + ofPrecision(this.random.nextInt(KINDS_OF_RANGE), this.random.nextInt(10_000)));
		}
		if (this.random.nextInt(4) == 0) {
			members.add(ofPrecision(this.random.nextInt(KINDS_OF_RANGE), this.random.nextInt(10_000)) + "..");
		}
		return "[" + String.join(",", members) + "]";
	}

	private String range() {
		int precision = this.random.nextInt(KINDS_OF_RANGE);
		int from = this.random.nextInt(5000);
		int to = from + this.random.nextInt(1, 5000);
		return ofPrecision(precision, from) + qualifier() + ".." + ofPrecision(precision, to) + qualifier();
	}

	private String extent() {
		int from = this.random.nextInt(5000);
		int to = from + this.random.nextInt(1, 5000);
		String start = ofPrecision(this.random.nextInt(KINDS_OF_RANGE), from) + qualifier();
		String end = ofPrecision(this.random.nextInt(KINDS_OF_RANGE), to) + qualifier();
		return switch (this.random.nextInt(5)) {
			case 0 -> start + "/";
			case 1 -> start + "/..";
			case 2 -> "/" + end;
			case 3 -> "../" + end;
			default -> start + "/" + end;
		};
	}

	private String dateTime() {
		String zone = switch (this.random.nextInt(4)) {
			case 0 -> "";
			case 1 -> "Z";
			case 2 -> "-04";
			default -> "+04:30";
		};
		String time = padded(this.random.nextInt(24), 2) + ":" + padded(this.random.nextInt(60), 2) + ":"
				+ padded(this.random.nextInt(60), 2);
		return ofPrecision(3, this.random.nextInt(10_000)) + "T" + time + zone;
	}

	/**
	 * A year, season, month or day of the given year, so that different years keep their
	 * order.
	 */
	private String ofPrecision(int precision, int year) {
		String text = padded(year, 4);
		int month = month();
		return switch (precision) {
			case 0 -> text;
			case 1 -> text + "-2" + this.random.nextInt(1, 5);
			case 2 -> month(text, month);
			default -> month(text, month) + "-"
					+ padded(this.random.nextInt(1, YearMonth.of(year, month).lengthOfMonth() + 1), 2);
		};
	}

	private static String month(String year, int month) {
		return year + "-" + padded(month, 2);
	}

	private String longYear() {
		return "Y" + (this.random.nextBoolean() ? "-" : "") + this.random.nextInt(10_000, LocalDate.MAX.getYear() - 2);
	}

	private String negativeYear() {
		return "-" + padded(this.random.nextInt(1, 10_000), 4);
	}

	/**
	 * With ASCII digits, whatever the machine's language.
	 */
	private static String padded(int number, int width) {
		String digits = Integer.toString(number);
		return "0".repeat(width - digits.length()) + digits;
	}

}

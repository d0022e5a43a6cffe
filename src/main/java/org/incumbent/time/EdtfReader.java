package org.incumbent.time;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads one EDTF text from left to right.
 */
final class EdtfReader {

	private static final int END = -1;

	/**
	 * Leaves room for the two years that an approximate year needs after its first day.
	 */
	private static final int LAST_YEAR = Year.MAX_VALUE - 2;

	private final String text;

	private int at;

	EdtfReader(String text) {
		this.text = text;
	}

	Edtf read() {
		return (next() == '[') ? set() : dateOrExtent();
	}

	private Edtf dateOrExtent() {
		EdtfDate start = extentEnd();
		if (next() == '/') {
			return extent(start);
		}
		if (start == null) {
			throw unexpected();
		}
		Edtf.Form form = (next() == 'T') ? Edtf.Form.DATE_TIME : Edtf.Form.DATE;
		if (form == Edtf.Form.DATE_TIME) {
			timeAfter(start);
		}
		expectEnd();
		return new Edtf(this.text, form, List.of(new EdtfSpan(start, start)));
	}

	private Edtf extent(@Nullable EdtfDate start) {
		expect('/');
		int endAt = this.at;
		EdtfDate end = extentEnd();
		expectEnd();
		refuseUnspecified(start, 0);
		refuseUnspecified(end, endAt);
		if (start == null && end == null) {
			throw wrong("an interval needs a date on one side of '/' at least, such as 2013/2014 or 2013/..", endAt);
		}
		if (start != null && end != null && end.latest().isBefore(start.earliest())) {
			throw wrong("this interval ends before it starts: put the earlier date first", endAt);
		}
		return new Edtf(this.text, Edtf.Form.EXTENT, List.of(new EdtfSpan(start, end)));
	}

	/** Nothing stands for unknown, two dots for open; neither has a date. */
	private @Nullable EdtfDate extentEnd() {
		boolean unknown = next() == '/' || (next() == END && this.at > 0);
		return (unknown || takeDots()) ? null : date();
	}

	private Edtf set() {
		expect('[');
		List<EdtfSpan> members = new ArrayList<>();
		do {
			members.add(member(members.isEmpty()));
		}
		while (take(','));
		expect(']');
		expectEnd();
		return new Edtf(this.text, Edtf.Form.SET, members);
	}

	private EdtfSpan member(boolean isFirst) {
		int begin = this.at;
		EdtfDate first = (isFirst && takeDots()) ? null : date();
		if (first == null) {
			return new EdtfSpan(null, rangeEnd());
		}
		if (!takeDots()) {
			return new EdtfSpan(first, first);
		}
		refuseUnspecified(first, begin);
		if (next() == ']') {
			return new EdtfSpan(first, null);
		}
		int lastAt = this.at;
		EdtfDate last = rangeEnd();
		if (first.precision() != last.precision()) {
			throw wrong("both sides of '..' must be equally precise: two days, two months or two years", lastAt);
		}
		if (last.first().isBefore(first.first())) {
			throw wrong("this range ends before it starts: put the earlier date before '..'", lastAt);
		}
		return new EdtfSpan(first, last);
	}

	private EdtfDate rangeEnd() {
		int begin = this.at;
		EdtfDate date = date();
		refuseUnspecified(date, begin);
		return date;
	}

	private EdtfDate date() {
		int begin = this.at;
		if (take('Y')) {
			return qualified(begin, LocalDate.of(longYear(), 1, 1), DatePrecision.YEAR);
		}
		boolean negative = take('-');
		int year = digit() * 1000 + digit() * 100;
		if (take('X')) {
			expect('X');
			return qualified(begin, LocalDate.of(negative ? -year - 99 : year, 1, 1), DatePrecision.CENTURY);
		}
		year += digit() * 10;
		if (take('X')) {
			return qualified(begin, LocalDate.of(negative ? -year - 9 : year, 1, 1), DatePrecision.DECADE);
		}
		year += digit();
		if (negative && year == 0) {
			throw wrong("the year 0 has no sign: write 0000", begin);
		}
		LocalDate newYear = LocalDate.of(negative ? -year : year, 1, 1);
		return take('-') ? withinYear(begin, newYear) : qualified(begin, newYear, DatePrecision.YEAR);
	}

	private int longYear() {
		boolean negative = take('-');
		int begin = this.at;
		while (isDigit(next())) {
			this.at++;
		}
		int length = this.at - begin;
		if (length == 0 || next() == 'E') {
			throw unexpected();
		}
		if (length < 5 || this.text.charAt(begin) == '0') {
			throw wrong("Y is for years of more than four digits only: write 1985 or -0044 without it", begin);
		}
		if (length > 9 || Integer.parseInt(this.text, begin, this.at, 10) > LAST_YEAR) {
			throw wrong("years are reckoned from -" + LAST_YEAR + " to " + LAST_YEAR + " only", begin);
		}
		int year = Integer.parseInt(this.text, begin, this.at, 10);
		return negative ? -year : year;
	}

	private EdtfDate withinYear(int begin, LocalDate newYear) {
		if (take('X')) {
			expect('X');
			if (take('-')) {
				expect('X');
				expect('X');
			}
			return qualified(begin, newYear, DatePrecision.YEAR);
		}
		int monthAt = this.at;
		int month = digit() * 10 + digit();
		if (month >= 21 && month <= 24) {
			return qualified(begin, newYear.withMonth(3 * (month - 20)), DatePrecision.SEASON);
		}
		if (month < 1 || month > 12) {
			throw wrong("a month is 01 to 12, or 21 to 24 for spring, summer, autumn and winter", monthAt);
		}
		LocalDate firstOfMonth = newYear.withMonth(month);
		return take('-') ? withinMonth(begin, firstOfMonth) : qualified(begin, firstOfMonth, DatePrecision.MONTH);
	}

	private EdtfDate withinMonth(int begin, LocalDate firstOfMonth) {
		if (take('X')) {
			expect('X');
			return qualified(begin, firstOfMonth, DatePrecision.MONTH);
		}
		int dayAt = this.at;
		int day = digit() * 10 + digit();
		if (day < 1 || day > firstOfMonth.lengthOfMonth()) {
			throw wrong("this month has the days 01 to " + firstOfMonth.lengthOfMonth(), dayAt);
		}
		return qualified(begin, firstOfMonth.withDayOfMonth(day), DatePrecision.DAY);
	}

	private EdtfDate qualified(int begin, LocalDate first, DatePrecision precision) {
		boolean both = take('%');
		boolean approximate = both || take('~');
		boolean uncertain = both || (!approximate && take('?'));
		return new EdtfDate(this.text.substring(begin, this.at), first, precision, approximate, uncertain);
	}

	private void timeAfter(EdtfDate date) {
		if (date.precision() != DatePrecision.DAY || date.approximate() || date.uncertain()) {
			throw wrong("a time of day needs a whole date before it, such as 1985-04-12T23:20:30Z", this.at);
		}
		expect('T');
		number(23);
		expect(':');
		int minute = number(59);
		expect(':');
		number((minute == 59) ? 60 : 59);
		if (take('Z') || next() == END) {
			return;
		}
		if (!take('+')) {
			expect('-');
		}
		number(23);
		if (take(':')) {
			number(59);
		}
	}

	private int number(int most) {
		int begin = this.at;
		int number = digit() * 10 + digit();
		if (number > most) {
			throw wrong("this part of a time runs from 00 to " + most, begin);
		}
		return number;
	}

	private int digit() {
		if (!isDigit(next())) {
			throw unexpected();
		}
		return this.text.charAt(this.at++) - '0';
	}

	/** Digits of other scripts are none of EDTF's. */
	private static boolean isDigit(int character) {
		return character >= '0' && character <= '9';
	}

	private int next() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : END;
	}

	private boolean take(char wanted) {
		if (next() != wanted) {
			return false;
		}
		this.at++;
		return true;
	}

	private boolean takeDots() {
		if (!this.text.startsWith("..", this.at)) {
			return false;
		}
		this.at += 2;
		return true;
	}

	private void expect(char wanted) {
		if (!take(wanted)) {
			throw unexpected();
		}
	}

	private void expectEnd() {
		if (next() != END) {
			throw unexpected();
		}
	}

	private void refuseUnspecified(@Nullable EdtfDate date, int begin) {
		if (date != null && date.hasUnspecifiedDigits()) {
			throw wrong("no X at an end of an interval or range: write the first or last date that it can be",
					this.text.indexOf('X', begin));
		}
	}

	private EdtfException unexpected() {
		return wrong(switch (next()) {
			case END -> "the text ends too soon: write a date such as 2013-04-12 or a set such as [2009,2010]";
			case 'X' -> "X stands only for the last one or two digits of a year, a whole month or a whole day:"
					+ " write 201X, 20XX, 2004-XX, 2004-05-XX or 2004-XX-XX";
			case '?', '~', '%' -> "one of ? ~ % stands once, at the end of a whole date: write 2004-06~";
			case 'E', 'S' -> "exponents and significant digits are not taken: write the year in full";
			case '{', '}' -> "sets of all their members are not taken: one of several dates is written [2009,2010]";
			case '[', ']', ',', '.' ->
				"one of several dates is written [2009,2010], [2009..2012], [..2012] or [2009..]";
			case '/' -> "an interval is two dates with one '/' between them: write 2004-06/2006-08";
			case 'T' -> "a time of day stands only after a single whole date: write 1985-04-12T23:20:30Z";
			case '-' -> "nothing finer can follow here: write 2013, 2013-04 or 2013-04-12, with ? ~ % at the end";
			case ' ' -> "a date has no spaces: write 2013-04-12";
			default -> nextInWords() + " does not fit here: write a date such as 2013, 2013-04 or 2013-04-12";
		}, this.at);
	}

	private String nextInWords() {
		return (next() > ' ' && next() < 127) ? "'" + (char) next() + "'"
				: String.format(Locale.ROOT, "U+%04X", next());
	}

	private static EdtfException wrong(String message, int position) {
		return new EdtfException(message, position);
	}

}

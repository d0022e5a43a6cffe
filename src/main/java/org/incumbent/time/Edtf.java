package org.incumbent.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A text in the Extended Date/Time Format of ISO 8601-2 and the Library of Congress: all
 * of levels 0 and 1, and of level 2 the sets that mean one of their members
 * ({@code [2009,2011..2013]}).
 * <p>
 * An approximate date ({@code ~}, {@code %}) reaches one unit of its own precision
 * further on either side; an uncertain one ({@code ?}) keeps its bounds. Seasons are
 * those of the north: {@code 2013-24} is the winter from December 2013 to February 2014.
 */
public final class Edtf {

	private final String text;

	private final Form form;

	private final List<EdtfSpan> spans;

	private final @Nullable LocalDate earliest;

	private final @Nullable LocalDate latest;

	Edtf(String text, Form form, List<EdtfSpan> spans) {
		this.text = text;
		this.form = form;
		this.spans = List.copyOf(spans);
		this.earliest = earliestOf(spans);
		this.latest = latestOf(spans);
	}

	/**
	 * Reads a text.
	 * @param text a date, a date with a time of day, an extent {@code a/b} or a set
	 * {@code [a,b..c]}, without spaces
	 * @throws EdtfException if it is none of these, with the position of the first
	 * character that is wrong
	 */
	public static Edtf parse(String text) {
		return new EdtfReader(text).read();
	}

	private static @Nullable LocalDate earliestOf(List<EdtfSpan> spans) {
		LocalDate earliest = LocalDate.MAX;
		for (EdtfSpan span : spans) {
			EdtfDate first = span.first();
			if (first == null) {
				return null;
			}
			earliest = first.earliest().isBefore(earliest) ? first.earliest() : earliest;
		}
		return earliest;
	}

	private static @Nullable LocalDate latestOf(List<EdtfSpan> spans) {
		LocalDate latest = LocalDate.MIN;
		for (EdtfSpan span : spans) {
			EdtfDate last = span.last();
			if (last == null) {
				return null;
			}
			latest = last.latest().isAfter(latest) ? last.latest() : latest;
		}
		return latest;
	}

	/**
	 * Returns the text that was read; EDTF has one spelling for each date.
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Returns whether this is an extent {@code a/b}, which lasts from one date to
	 * another.
	 */
	public boolean isExtent() {
		return this.form == Form.EXTENT;
	}

	/**
	 * Returns whether this is a date with a time of day.
	 */
	public boolean isDateTime() {
		return this.form == Form.DATE_TIME;
	}

	/**
	 * Returns the first day that this can mean, null if unbounded or unknown.
	 */
	public @Nullable LocalDate earliest() {
		return this.earliest;
	}

	/**
	 * Returns the last day that this can mean, null if unbounded or unknown.
	 */
	public @Nullable LocalDate latest() {
		return this.latest;
	}

	/**
	 * Returns what is known of the date: {@code RANGE} for a set, and for an extent the
	 * precision that both its ends have, else {@code UNKNOWN}.
	 */
	public DatePrecision precision() {
		EdtfDate first = this.spans.get(0).first();
		EdtfDate last = this.spans.get(0).last();
		if (this.form == Form.SET) {
			return DatePrecision.RANGE;
		}
		if (first == null || last == null || first.precision() != last.precision()) {
			return DatePrecision.UNKNOWN;
		}
		return first.precision();
	}

	/**
	 * Returns whether any of its dates is approximate ({@code ~} or {@code %}).
	 */
	public boolean approximate() {
		return anyDate(EdtfDate::approximate);
	}

	/**
	 * Returns whether any of its dates is uncertain ({@code ?} or {@code %}).
	 */
	public boolean uncertain() {
		return anyDate(EdtfDate::uncertain);
	}

	/**
	 * Returns the date on which an extent starts, null if that is open or unknown and for
	 * anything but an extent.
	 */
	public @Nullable Edtf start() {
		return isExtent() ? alone(this.spans.get(0).first()) : null;
	}

	/**
	 * Returns the date on which an extent ends, null if that is open or unknown and for
	 * anything but an extent.
	 */
	public @Nullable Edtf end() {
		return isExtent() ? alone(this.spans.get(0).last()) : null;
	}

	/**
	 * Returns the members of a set, else one span.
	 */
	List<EdtfSpan> spans() {
		return this.spans;
	}

	private boolean anyDate(Predicate<EdtfDate> asked) {
		for (EdtfSpan span : this.spans) {
			EdtfDate first = span.first();
			EdtfDate last = span.last();
			if ((first != null && asked.test(first)) || (last != null && asked.test(last))) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable Edtf alone(@Nullable EdtfDate date) {
		return (date != null) ? new Edtf(date.text(), Form.DATE, List.of(new EdtfSpan(date, date))) : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Edtf edtf && this.text.equals(edtf.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

	enum Form {

		DATE, DATE_TIME, EXTENT, SET

	}

}

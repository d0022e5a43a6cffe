package org.incumbent.release;

import java.util.HashMap;
import java.util.Map;

import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates in the cells of a data package, of which the same few thousand come again and
 * again, so that each is read once.
 */
final class Dates {

	/**
	 * Days of more than a century; a package that has more dates than that reads some of
	 * them twice.
	 */
	private static final int MOST = 50_000;

	private final Map<String, FuzzyDate> dates = new HashMap<>();

	/**
	 * The date in a cell, null if it is empty or no date.
	 */
	@Nullable FuzzyDate find(Row row, String column) {
		try {
			return in(row, column);
		}
		catch (EdtfException ex) {
			return null;
		}
	}

	/**
	 * The date in a cell, null if it is empty.
	 * @throws EdtfException if it is no date, which validation precludes
	 */
	@Nullable FuzzyDate in(Row row, String column) {
		String text = row.text(column);
		return (text != null) ? parse(text) : null;
	}

	/**
	 * Reads a date.
	 * @throws EdtfException if it is none that we take
	 */
	FuzzyDate parse(String edtf) {
		FuzzyDate known = this.dates.get(edtf);
		if (known != null) {
			return known;
		}
		if (this.dates.size() == MOST) {
			this.dates.clear();
		}
		FuzzyDate date = FuzzyDate.parse(edtf);
		this.dates.put(edtf, date);
		return date;
	}

}

package org.incumbent.paging;

import org.incumbent.store.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one page of a selection: its order, and where it begins and ends.
 */
final class Keyset<T> {

	/** Holds for all, where there is no cursor. */
	static final String OPEN = "true";

	private final Selection<T> selection;

	private final String after;

	private final String before;

	/**
	 * Always made, so that a bad cursor is refused even where only the total is selected.
	 */
	Keyset(Selection<T> selection) {
		this.selection = selection;
		boolean descending = selection.sort().descending();
		this.after = beyond(selection, selection.page().after(), "after", descending ? "<" : ">");
		this.before = beyond(selection, selection.page().before(), "before", descending ? ">" : "<");
	}

	/**
	 * Comparing the sort key first and alone lets both databases start the scan at the
	 * cursor, which a comparison of pairs does not on H2.
	 */
	private static String beyond(Selection<?> selection, @Nullable String cursor, String argument, String comparison) {
		if (cursor == null) {
			return OPEN;
		}
		Cursor place = Cursor.decode(cursor, selection.sort(), argument);
		String column = "t." + selection.sort().column();
		String sortKey = selection.bindings().bind(place.sortKey());
		String key = selection.bindings().bind(place.key());
		return "(%s %s= %s and (%s %s %s or t.id %s %s))".formatted(column, comparison, sortKey, column, comparison,
				sortKey, comparison, key);
	}

	Selection<T> selection() {
		return this.selection;
	}

	/**
	 * Holds for what is behind the cursor {@code after}.
	 */
	String after() {
		return this.after;
	}

	/**
	 * Holds for what is ahead of the cursor {@code before}.
	 */
	String before() {
		return this.before;
	}

	/**
	 * Holds for what is between the cursors.
	 */
	String between() {
		return this.after + " and " + this.before;
	}

	/**
	 * Whether the page is read from lower sort keys to higher ones: from its list's
	 * start, or from the end if it is a page back.
	 */
	boolean ascending() {
		return this.selection.sort().descending() == this.selection.page().backward();
	}

	/**
	 * The order in which the page is read.
	 */
	String order() {
		return order(this.selection.sort().column(), ascending());
	}

	/**
	 * The same order of a table or view that has the sort key in another column.
	 */
	String order(String table, String column) {
		return order(table, column, ascending());
	}

	static String order(String column, boolean ascending) {
		return order("t", column, ascending);
	}

	/**
	 * A key that is the sort key as well comes once: of twice the same, H2 does not see
	 * that an index has it in this order.
	 */
	private static String order(String table, String column, boolean ascending) {
		String direction = ascending ? "asc" : "desc";
		if (column.equals("id")) {
			return "%s.id %s".formatted(table, direction);
		}
		return "%1$s.%2$s %3$s, %1$s.id %3$s".formatted(table, column, direction);
	}

	RowReader<Found<T>> mapper() {
		RowReader<T> mapper = this.selection.mapper();
		return (row) -> new Found<>(mapper.read(row), new Cursor(row.getString("page_sort"), row.getString("id")));
	}

	/**
	 * A record that was found, in its place.
	 */
	record Found<T>(T record, Cursor cursor) {

		Edge<T> edge(Selection<T> selection) {
			return new Edge<>(this.record, this.cursor.encode(selection.sort()),
					selection.certainty().apply(this.record));
		}

	}

}

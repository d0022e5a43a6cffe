package org.incumbent.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Takes pages of a list that was worked out and not stored, by the same cursors as those
 * of tables.
 */
public final class SortedPage {

	private SortedPage() {
	}

	/**
	 * One page of a list.
	 * @param items in the order of their sort keys and, among equals, of their keys
	 * @param order the name of the order, which no other list has
	 */
	public static <T> Connection<T> of(List<T> items, String order, Function<T, String> sortKey,
			Function<T, String> key, PageRequest page) {
		Sort sort = new Sort(order, "", false);
		Function<T, Cursor> place = (item) -> new Cursor(sortKey.apply(item), key.apply(item));
		Cursor after = cursor(page.after(), sort, "after");
		Cursor before = cursor(page.before(), sort, "before");
		List<T> between = items.stream()
			.filter((item) -> after == null || compare(place.apply(item), after) > 0)
			.filter((item) -> before == null || compare(place.apply(item), before) < 0)
			.toList();
		boolean more = between.size() > page.size();
		int first = (more && page.backward()) ? between.size() - page.size() : 0;
		List<Edge<T>> edges = between.subList(first, Math.min(first + page.size(), between.size()))
			.stream()
			.map((item) -> new Edge<>(item, place.apply(item).encode(sort), null))
			.toList();
		String start = edges.isEmpty() ? null : edges.get(0).cursor();
		String end = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
		boolean next = (!page.backward() && more) || before != null;
		boolean previous = (page.backward() && more) || after != null;
		return new Connection<>(edges, new PageInfo(next, previous, start, end), page.total() ? items.size() : null);
	}

	private static @Nullable Cursor cursor(@Nullable String cursor, Sort sort, String argument) {
		return (cursor != null) ? Cursor.decode(cursor, sort, argument) : null;
	}

	private static int compare(Cursor one, Cursor other) {
		int bySortKey = one.sortKey().compareTo(other.sortKey());
		return (bySortKey != 0) ? bySortKey : one.key().compareTo(other.key());
	}

}

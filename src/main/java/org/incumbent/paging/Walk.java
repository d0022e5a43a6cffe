package org.incumbent.paging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Pages of a list that is worked out entry by entry, in an order of its own, rather than
 * selected from a table.
 *
 * @param <T> an entry
 */
public final class Walk<T> {

	private final Sort sort;

	private final Function<T, Place> places;

	/**
	 * A list whose entries have places.
	 * @param name tells the list from every other, so that a cursor fits only this one
	 */
	public Walk(String name, Function<T, Place> places) {
		this.sort = new Sort(name, "", false);
		this.places = places;
	}

	/**
	 * One page of the list.
	 * @param from gives the entries behind a place, or all of them, in their order; asked
	 * once for the page and once more for the total
	 */
	public Connection<T> page(PageRequest page, Function<@Nullable Place, Iterator<T>> from) {
		Place after = place(page.after(), "after");
		Place before = place(page.before(), "before");
		Integer total = page.total() ? count(from.apply(null)) : null;
		List<T> entries = page.rows() ? entries(page, from.apply(after), before) : List.of();
		boolean more = entries.size() > page.size();
		List<T> wanted = !more ? entries
				: page.backward() ? entries.subList(1, entries.size()) : entries.subList(0, page.size());
		List<Edge<T>> edges = wanted.stream().map(this::edge).toList();
		String start = edges.isEmpty() ? null : edges.get(0).cursor();
		String end = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
		boolean next = (!page.backward() && more) || page.before() != null;
		boolean previous = (page.backward() && more) || page.after() != null;
		return new Connection<>(edges, new PageInfo(next, previous, start, end), total);
	}

	/**
	 * The entries of the page and one more at its far end, if there is one.
	 */
	private List<T> entries(PageRequest page, Iterator<T> entries, @Nullable Place before) {
		Deque<T> found = new ArrayDeque<>();
		while (entries.hasNext() && (page.backward() || found.size() <= page.size())) {
			T entry = entries.next();
			if (before != null && this.places.apply(entry).compareTo(before) >= 0) {
				break;
			}
			found.add(entry);
			if (found.size() > page.size() + 1) {
				found.remove();
			}
		}
		return new ArrayList<>(found);
	}

	private static int count(Iterator<?> entries) {
		int count = 0;
		while (entries.hasNext()) {
			entries.next();
			count++;
		}
		return count;
	}

	private Edge<T> edge(T entry) {
		Place place = this.places.apply(entry);
		return new Edge<>(entry, new Cursor(place.sortKey(), place.key()).encode(this.sort), null);
	}

	private @Nullable Place place(@Nullable String cursor, String argument) {
		if (cursor == null) {
			return null;
		}
		Cursor read = Cursor.decode(cursor, this.sort, argument);
		return new Place(read.sortKey(), read.key());
	}

	/**
	 * Where an entry stands: by its sort key, and by its key among equals.
	 */
	public record Place(String sortKey, String key) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int bySort = this.sortKey.compareTo(other.sortKey);
			return (bySort != 0) ? bySort : this.key.compareTo(other.key);
		}

	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The rows of a table in the order in which the API lists them, so that each has a place,
 * from 0. It keeps eight bytes a row.
 */
final class RowOrder {

	/** By place. */
	private final int[] rows;

	/** By row. */
	private final int[] places;

	private RowOrder(int[] rows) {
		this.rows = rows;
		this.places = new int[rows.length];
		for (int place = 0; place < rows.length; place++) {
			this.places[rows[place]] = place;
		}
	}

	/**
	 * The order of rows by one text, and by another among those that have the same.
	 * @param first many rows have the same
	 */
	static RowOrder of(List<Row> rows, Function<Row, String> first, Function<Row, String> second) {
		long[] ordered = byGroup(rows, first);
		int[] numbers = new int[ordered.length];
		int start = 0;
		for (int end = 1; end <= ordered.length; end++) {
			if (end == ordered.length || ordered[end] >> Integer.SIZE != ordered[start] >> Integer.SIZE) {
				List<Keyed> group = new ArrayList<>();
				for (int at = start; at < end; at++) {
					int number = (int) ordered[at];
					group.add(new Keyed(second.apply(rows.get(number)), number));
				}
				group.sort(Comparator.comparing(Keyed::key));
				for (int at = start; at < end; at++) {
					numbers[at] = group.get(at - start).number();
				}
				start = end;
			}
		}
		return new RowOrder(numbers);
	}

	/**
	 * The rank of each row's group before the row's number, in one number.
	 */
	private static long[] byGroup(List<Row> rows, Function<Row, String> first) {
		Map<String, Integer> groups = new HashMap<>();
		long[] ordered = new long[rows.size()];
		for (int number = 0; number < ordered.length; number++) {
			ordered[number] = groups.computeIfAbsent(first.apply(rows.get(number)), (key) -> groups.size());
		}
		String[] keys = groups.keySet().toArray(String[]::new);
		Arrays.sort(keys);
		int[] ranks = new int[keys.length];
		for (int rank = 0; rank < keys.length; rank++) {
			ranks[groups.getOrDefault(keys[rank], 0)] = rank;
		}
		for (int number = 0; number < ordered.length; number++) {
			ordered[number] = (long) ranks[(int) ordered[number]] << Integer.SIZE | number;
		}
		Arrays.sort(ordered);
		return ordered;
	}

	/**
	 * The place of a row.
	 */
	int place(Row row) {
		return this.places[row.number()];
	}

	/**
	 * The numbers of the rows by their places.
	 */
	IntStream numbers() {
		return IntStream.of(this.rows);
	}

	private record Keyed(String key, int number) {

	}

}

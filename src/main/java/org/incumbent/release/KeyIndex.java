package org.incumbent.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a table by what some of its columns hold together. It keeps numbers alone,
 * some twenty bytes a row: keys of the same hash are told apart by reading their rows.
 */
final class KeyIndex {

	private final CsvTable table;

	private final String[] columns;

	/** By hash, one more than the last row with a key; 0 is free. */
	private final int[] slots;

	private final int[] hashes;

	/** For each row the next one with the same key, for the last one the first. */
	private final int[] next;

	private KeyIndex(CsvTable table, String[] columns, boolean withEmpty) {
		this.table = table;
		this.columns = columns.clone();
		int size = table.size();
		this.slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, size + size / 4)) * 2)];
		this.hashes = new int[size];
		this.next = new int[size];
		for (int number = 0; number < size; number++) {
			@Nullable String[] key = key(table.row(number));
			if (withEmpty || isWhole(key)) {
				add(number, key);
			}
		}
	}

	/**
	 * The rows by their keys; those with an empty cell among the columns are left out.
	 */
	static KeyIndex of(CsvTable table, String... columns) {
		return new KeyIndex(table, columns, false);
	}

	/**
	 * The rows by their keys, of which empty cells are a part like any other.
	 */
	static KeyIndex withEmptyCells(CsvTable table, String... columns) {
		return new KeyIndex(table, columns, true);
	}

	private @Nullable String[] key(Row row) {
		@Nullable String[] key = new String[this.columns.length];
		for (int i = 0; i < key.length; i++) {
			key[i] = row.text(this.columns[i]);
		}
		return key;
	}

	private static boolean isWhole(@Nullable String[] key) {
		for (String cell : key) {
			if (cell == null) {
				return false;
			}
		}
		return true;
	}

	private void add(int number, @Nullable String[] key) {
		int hash = Arrays.hashCode(key);
		this.hashes[number] = hash;
		int slot = slot(hash, key);
		int last = this.slots[slot] - 1;
		this.next[number] = (last < 0) ? number : this.next[last];
		if (last >= 0) {
			this.next[last] = number;
		}
		this.slots[slot] = number + 1;
	}

	/**
	 * The slot that a key has or would have.
	 */
	private int slot(int hash, @Nullable String[] key) {
		int spread = hash * 0x9E3779B9;
		int slot = (spread ^ (spread >>> 15)) & (this.slots.length - 1);
		while (this.slots[slot] != 0 && !isAt(slot, hash, key)) {
			slot = (slot + 1) & (this.slots.length - 1);
		}
		return slot;
	}

	private boolean isAt(int slot, int hash, @Nullable String[] key) {
		int number = this.slots[slot] - 1;
		if (this.hashes[number] != hash) {
			return false;
		}
		Row row = this.table.row(number);
		for (int i = 0; i < key.length; i++) {
			if (!Objects.equals(row.text(this.columns[i]), key[i])) {
				return false;
			}
		}
		return true;
	}

	private int last(@Nullable String... key) {
		return this.slots[slot(Arrays.hashCode(key), key)] - 1;
	}

	/**
	 * The first row with a key, null if there is none.
	 */
	@Nullable Row first(@Nullable String... key) {
		int last = last(key);
		return (last < 0) ? null : this.table.row(this.next[last]);
	}

	boolean has(@Nullable String... key) {
		return last(key) >= 0;
	}

	/**
	 * All rows with a key in the order of the file.
	 */
	List<Row> all(@Nullable String... key) {
		int last = last(key);
		return (last < 0) ? List.of() : group(last);
	}

	/**
	 * The rows of each key in the order of the file, the keys in any order.
	 */
	Stream<List<Row>> groups() {
		return IntStream.of(this.slots).filter((slot) -> slot != 0).mapToObj((slot) -> group(slot - 1));
	}

	/**
	 * Each key once, in any order.
	 */
	Stream<@Nullable String[]> keys() {
		return IntStream.of(this.slots).filter((slot) -> slot != 0).mapToObj((slot) -> key(this.table.row(slot - 1)));
	}

	/**
	 * Hands over each row whose key an earlier row has, with the first such row.
	 */
	void forEachRepeat(BiConsumer<Row, Row> action) {
		for (int slot : this.slots) {
			int last = slot - 1;
			if (last < 0 || this.next[last] == last) {
				continue;
			}
			Row first = this.table.row(this.next[last]);
			for (int number = this.next[first.number()]; number != first.number(); number = this.next[number]) {
				action.accept(first, this.table.row(number));
			}
		}
	}

	private List<Row> group(int last) {
		List<Row> rows = new ArrayList<>();
		int number = last;
		do {
			number = this.next[number];
			rows.add(this.table.row(number));
		}
		while (number != last);
		return rows;
	}

}

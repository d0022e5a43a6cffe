package org.incumbent.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.incumbent.paging.Walk;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.PackageTable;
import org.incumbent.store.ReleaseReader;
import org.incumbent.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one release to another, record by record, found by reading both in
 * the order of their keys side by side.
 */
public final class ReleaseComparison implements AutoCloseable {

	private final Map<String, PackageTable> files = RecordTable.files();

	private final ReleaseReader earlier;

	private final ReleaseReader later;

	public ReleaseComparison(Store store, KeptRelease earlier, KeptRelease later) {
		this.earlier = store.open(earlier);
		this.later = store.open(later);
	}

	/**
	 * The changes behind a place in the list of all, or all of them: by type, then by
	 * key.
	 */
	Iterator<RecordChange> changes(Walk.@Nullable Place after) {
		List<RecordTable> tables = RecordTable.ALL.stream()
			.filter((table) -> after == null || table.type().compareTo(after.sortKey()) >= 0)
			.toList();
		return new Changes(tables.iterator(), after);
	}

	/**
	 * Hands each change over as a line for people, with a further line for each value
	 * that differs where the record was changed.
	 * @return how many changes there are
	 */
	public int describe(Consumer<String> lines) {
		int count = 0;
		for (Iterator<RecordChange> changes = changes(null); changes.hasNext(); count++) {
			RecordChange change = changes.next();
			lines.accept("%s %s %s".formatted(change.kind(), change.type(), change.key()));
			if (change.kind() == ChangeKind.CHANGED) {
				change.fields()
					.forEach((field) -> lines.accept("  %s: %s -> %s".formatted(field.field(),
							Objects.requireNonNullElse(field.before(), "(empty)"),
							Objects.requireNonNullElse(field.after(), "(empty)"))));
			}
		}
		return count;
	}

	@Override
	public void close() {
		try (this.earlier; this.later) {
			// Closes both, whatever becomes of the first.
		}
	}

	private final class Changes implements Iterator<RecordChange> {

		private final Iterator<RecordTable> tables;

		private final Walk.@Nullable Place after;

		private @Nullable RecordTable table;

		private Records before = Records.NONE;

		private Records now = Records.NONE;

		private @Nullable RecordChange next;

		Changes(Iterator<RecordTable> tables, Walk.@Nullable Place after) {
			this.tables = tables;
			this.after = after;
			this.next = find();
		}

		@Override
		public boolean hasNext() {
			return this.next != null;
		}

		@Override
		public RecordChange next() {
			RecordChange change = this.next;
			if (change == null) {
				throw new NoSuchElementException();
			}
			this.next = find();
			return change;
		}

		private @Nullable RecordChange find() {
			while (true) {
				String key = first(this.before.key(), this.now.key());
				if (key == null && !open()) {
					return null;
				}
				if (key == null) {
					continue;
				}
				RecordChange change = change(Objects.requireNonNull(this.table).type(), key, this.before.take(key),
						this.now.take(key));
				if (change != null) {
					return change;
				}
			}
		}

		/**
		 * Goes on to the records of the next type.
		 */
		private boolean open() {
			if (!this.tables.hasNext()) {
				return false;
			}
			RecordTable next = this.tables.next();
			boolean within = this.after != null && next.type().equals(this.after.sortKey());
			String from = (within && this.after != null) ? this.after.key() : "";
			this.table = next;
			this.before = new Records(ReleaseComparison.this.earlier, next, ReleaseComparison.this.files, from);
			this.now = new Records(ReleaseComparison.this.later, next, ReleaseComparison.this.files, from);
			return true;
		}

	}

	private static @Nullable String first(@Nullable String one, @Nullable String other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (one.compareTo(other) <= 0) ? one : other;
	}

	private static @Nullable RecordChange change(String type, String key, Map<String, String> before,
			Map<String, String> after) {
		List<FieldChange> fields = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		for (String name : names) {
			if (!Objects.equals(before.get(name), after.get(name))) {
				fields.add(new FieldChange(name, before.get(name), after.get(name)));
			}
		}
		if (fields.isEmpty()) {
			return null;
		}
		ChangeKind kind = before.isEmpty() ? ChangeKind.ADDED
				: after.isEmpty() ? ChangeKind.REMOVED : ChangeKind.CHANGED;
		return new RecordChange(type, key, (after.isEmpty() ? before : after).get("slug"), kind, fields);
	}

	/**
	 * The records of one type in one release, by key, each with all its values by name.
	 */
	private static final class Records {

		static final Records NONE = new Records();

		private final List<String> columns;

		private final Lines own;

		private final Map<String, Lines> owned = new LinkedHashMap<>();

		private Records() {
			this.columns = List.of();
			this.own = new Lines(Collections.emptyIterator());
		}

		Records(ReleaseReader reader, RecordTable table, Map<String, PackageTable> files, String after) {
			PackageTable file = Objects.requireNonNull(files.get(table.table()));
			this.columns = file.columns();
			this.own = new Lines(reader.rows(table.select(file), after));
			for (RecordTable.Owned other : table.owned()) {
				PackageTable its = Objects.requireNonNull(files.get(other.table()));
				this.owned.put(other.table(), new Lines(reader.rows(table.select(other, its), after)));
			}
		}

		/**
		 * The key of the record that comes next, null behind the last one.
		 */
		@Nullable String key() {
			return this.own.key();
		}

		/**
		 * The values of a record, and goes on to the next; no values if it is not there.
		 */
		Map<String, String> take(String key) {
			Map<String, String> values = new LinkedHashMap<>();
			boolean there = key.equals(this.own.key());
			if (there) {
				@Nullable String[] cells = this.own.take();
				for (int i = 0; i < this.columns.size(); i++) {
					put(values, this.columns.get(i), cells[i + 1]);
				}
				values.remove("id");
			}
			this.owned.forEach((name, lines) -> {
				String text = lines.textsUpTo(key);
				put(values, name, (there && !text.isEmpty()) ? text : null);
			});
			return values;
		}

		private static void put(Map<String, String> values, String name, @Nullable String value) {
			if (value != null) {
				values.put(name, value);
			}
		}

	}

	/**
	 * Rows whose first cell says which record they belong to, in that order.
	 */
	private static final class Lines {

		private final Iterator<@Nullable String[]> rows;

		private @Nullable String @Nullable [] row;

		Lines(Iterator<@Nullable String[]> rows) {
			this.rows = rows;
			this.row = rows.hasNext() ? rows.next() : null;
		}

		@Nullable String key() {
			return (this.row != null) ? this.row[0] : null;
		}

		@Nullable String[] take() {
			@Nullable String[] taken = Objects.requireNonNull(this.row);
			this.row = this.rows.hasNext() ? this.rows.next() : null;
			return taken;
		}

		/**
		 * What the rows of a record say, one after the other; those of records before it
		 * are passed over.
		 */
		String textsUpTo(String key) {
			List<String> texts = new ArrayList<>();
			while (key() != null && Objects.requireNonNull(key()).compareTo(key) <= 0) {
				boolean wanted = key.equals(key());
				String text = text(take());
				if (wanted) {
					texts.add(text);
				}
			}
			return String.join("; ", texts);
		}

		private static String text(@Nullable String[] cells) {
			List<String> texts = new ArrayList<>();
			for (int i = 1; i < cells.length; i++) {
				if (cells[i] != null) {
					texts.add(String.valueOf(cells[i]));
				}
			}
			return String.join(", ", texts);
		}

	}

}

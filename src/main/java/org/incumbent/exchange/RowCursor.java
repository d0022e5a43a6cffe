package org.incumbent.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Rows one after the other, with a look at the next one.
 */
abstract class RowCursor implements AutoCloseable {

	private String @Nullable [] ahead;

	private boolean looked;

	/**
	 * The rows of a list.
	 */
	static RowCursor of(List<String[]> rows) {
		Iterator<String[]> iterator = rows.iterator();
		return new RowCursor() {

			@Override
			String @Nullable [] read() {
				return iterator.hasNext() ? iterator.next() : null;
			}

		};
	}

	/**
	 * The next row without going past it, null at the end.
	 */
	final String @Nullable [] peek() {
		if (!this.looked) {
			this.ahead = read();
			this.looked = true;
		}
		return this.ahead;
	}

	/**
	 * The next row, which is there.
	 */
	final String[] peekExisting() {
		return Objects.requireNonNull(peek());
	}

	/**
	 * The next row, null at the end.
	 */
	final String @Nullable [] next() {
		String[] row = peek();
		if (row != null) {
			this.looked = false;
		}
		return row;
	}

	abstract String @Nullable [] read();

	@Override
	public void close() {
		// Nothing is open unless a subclass says so.
	}

}

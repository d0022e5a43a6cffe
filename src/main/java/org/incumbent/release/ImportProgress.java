package org.incumbent.release;

import java.util.Iterator;

import org.jspecify.annotations.Nullable;

/**
 * Watches how far an import is.
 */
public interface ImportProgress {

	/** Nobody watches. */
	ImportProgress NONE = new ImportProgress() {

		@Override
		public Iterator<@Nullable Object[]> watch(String table, Iterator<@Nullable Object[]> rows) {
			return rows;
		}

		@Override
		public void completing() {
			// Nobody watches.
		}

	};

	/**
	 * The rows of a table, which are watched while they are taken.
	 */
	Iterator<@Nullable Object[]> watch(String table, Iterator<@Nullable Object[]> rows);

	/**
	 * All rows are in; what follows from them and the indexes are made.
	 */
	void completing();

}

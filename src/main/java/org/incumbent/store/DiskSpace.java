package org.incumbent.store;

import java.io.File;
import java.util.function.LongSupplier;

/**
 * The room that is left for a store in a file. H2 closes a database that it cannot write,
 * for those who read it too, so a change stops before the disk is full. Other databases
 * look after themselves: they refuse what does not fit, and go on answering.
 */
final class DiskSpace {

	/** In bytes; more than H2 holds back before it writes. */
	static final long RESERVE = 64L << 20;

	/** No index or derived table of a release is a larger part of a file. */
	private static final int LARGEST_PART = 4;

	private final LongSupplier free;

	private final LongSupplier used;

	/**
	 * A place to write to.
	 * @param free how many bytes can still be written
	 * @param used how many bytes the store takes
	 */
	DiskSpace(LongSupplier free, LongSupplier used) {
		this.free = free;
		this.used = used;
	}

	/**
	 * The disk that a store is on.
	 */
	static DiskSpace of(StoreSettings settings) {
		File file = settings.file();
		return (file != null) ? new DiskSpace(file.getParentFile()::getUsableSpace, file::length)
				: new DiskSpace(() -> Long.MAX_VALUE, () -> 0);
	}

	/**
	 * Makes sure that a batch of rows can be written.
	 * @throws StoreException if there is too little room
	 */
	void requireForRows() {
		require(RESERVE);
	}

	/**
	 * Makes sure that an index or a table that follows from others can be written.
	 * @throws StoreException if there is too little room
	 */
	void requireForTable() {
		require(Math.max(RESERVE, this.used.getAsLong() / LARGEST_PART));
	}

	private void require(long bytes) {
		long left = this.free.getAsLong();
		if (left < bytes) {
			throw new StoreException(
					"The disk of the store has %d MB left, and a change needs at least %d MB, so nothing was changed: free some, or use a store elsewhere"
						.formatted(left >> 20, bytes >> 20));
		}
	}

}

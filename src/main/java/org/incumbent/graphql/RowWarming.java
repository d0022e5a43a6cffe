package org.incumbent.graphql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads the records of a release that is put into service into the cache, if the release
 * is small: then the first who asks about a record waits for the database no longer than
 * the second. It is done in a thread of its own that rests half of the time, and nobody
 * waits for it.
 */
@Component
class RowWarming implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RowWarming.class);

	/** Records that are looked up in one statement. */
	private static final int AT_ONCE = 200;

	/** Bytes that a record takes in the cache at least, about. */
	private static final int SMALLEST = 300;

	/** How long an end waits for the statement that is under way. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final StoreOpening store;

	private final RowProperties properties;

	private final RowCache rows;

	private final LookupRepository lookup;

	private final List<NodeRepository<?>> repositories;

	private final long mostBytes;

	/** One permit where there may be something to read, or the end has come. */
	private final Semaphore wake = new Semaphore(0);

	private volatile boolean stopped;

	private @Nullable Thread thread;

	RowWarming(StoreOpening store, RowProperties properties, RowCache rows, LookupRepository lookup,
			List<NodeRepository<?>> repositories) {
		this.store = store;
		this.properties = properties;
		this.rows = rows;
		this.lookup = lookup;
		this.repositories = repositories;
		this.mostBytes = properties.mostBytes().toBytes() / 4;
	}

	@Override
	public void start() {
		if (!this.properties.warm() || this.mostBytes == 0) {
			return;
		}
		this.stopped = false;
		Thread warming = new Thread(this::keepWarm, "rows");
		warming.setDaemon(true);
		warming.start();
		this.thread = warming;
	}

	private void keepWarm() {
		try {
			if (!this.wake.tryAcquire(this.properties.warmAfter().toMillis(), TimeUnit.MILLISECONDS)) {
				ServedReleases releases = this.store.releases();
				releases.whenChanged(this.wake::release);
				keepWarm(releases);
			}
		}
		catch (InterruptedException ex) {
			// nobody does that: a database in a file takes it for an order to close the
			// file
		}
	}

	private void keepWarm(ServedReleases releases) throws InterruptedException {
		KeptRelease warm = null;
		while (!this.stopped) {
			KeptRelease release = releases.inService();
			if (!release.equals(warm)) {
				tryToWarm(release);
				warm = release;
			}
			this.wake.acquire();
		}
	}

	private void tryToWarm(KeptRelease release) throws InterruptedException {
		try {
			int records = warm(release);
			logger.info("Read {} records of release {} ahead", records, release.version());
		}
		catch (DataAccessException ex) {
			// whoever asks for them will see why
			logger.debug("Cannot read the records of release {} ahead", release.version(), ex);
		}
	}

	/**
	 * Reads the records of a release, as long as it is in service and there is room.
	 * @return how many
	 */
	int warm(KeptRelease release) throws InterruptedException {
		long bytes = 0;
		int records = 0;
		if (!RequestedRelease.during(release, this::isSmall)) {
			return records;
		}
		for (NodeRepository<?> repository : this.repositories) {
			String after = "";
			while (after != null && bytes < this.mostBytes && isWanted(release)) {
				long start = System.nanoTime();
				String from = after;
				Read read = RequestedRelease.during(release, () -> read(repository, from));
				bytes += read.bytes();
				records += read.records();
				after = read.last();
				rest(System.nanoTime() - start);
			}
		}
		return records;
	}

	private boolean isWanted(KeptRelease release) {
		return !this.stopped && release.equals(this.store.releases().inService());
	}

	private boolean isSmall() {
		int most = (int) Math.min(Integer.MAX_VALUE / 2, this.mostBytes / SMALLEST);
		int count = 0;
		for (NodeRepository<?> repository : this.repositories) {
			count += this.lookup.count(repository.table(), most - count + 1);
			if (count > most) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Reads the records whose keys come next.
	 */
	private <T> Read read(NodeRepository<T> repository, String after) {
		List<String> keys = this.lookup.keys(repository.table(), after, AT_ONCE);
		Map<String, T> found = this.rows.get(NodeLoaders.batch(repository.type()), keys, repository::findByIds);
		long bytes = 0;
		for (Map.Entry<String, T> each : found.entrySet()) {
			bytes += RowWeight.of(each.getKey()) + RowWeight.of(each.getValue());
			String slug = repository.slug(each.getValue());
			if (slug != null) {
				this.lookup.know(repository.type().getSimpleName(), slug, each.getValue());
				bytes += RowWeight.of(slug) + RowWeight.of(each.getValue());
			}
		}
		return new Read(found.size(), bytes, (keys.size() < AT_ONCE) ? null : keys.get(keys.size() - 1));
	}

	/**
	 * Leaves the processor to others for as long as it was used.
	 */
	private static void rest(long nanoseconds) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(nanoseconds);
	}

	/**
	 * Ahead of the web server, which ends after the answers under way.
	 */
	@Override
	public void stop() {
		this.stopped = true;
		this.wake.release();
		Thread warming = this.thread;
		this.thread = null;
		try {
			if (warming != null) {
				warming.join(PATIENCE.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/**
	 * What was read in one statement.
	 *
	 * @param last the last key, null if there are no more
	 */
	private record Read(int records, long bytes, @Nullable String last) {

	}

}

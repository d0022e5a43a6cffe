package org.incumbent.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * The releases that this server answers from. It looks into the store every second, so
 * that a release which another process publishes is in service here a moment later, in
 * one step: a request has one release from its beginning to its end.
 */
public final class ServedReleases implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ServedReleases.class);

	/** Connections to a release at a time. */
	private static final int MOST = 10;

	private final Store store;

	private final StoreSettings settings;

	private final Database database;

	private final Map<Integer, HikariDataSource> pools = new ConcurrentHashMap<>();

	/** When pools of releases that are kept no longer were found to be so. */
	private final Map<Integer, Instant> leaving = new HashMap<>();

	private final List<Runnable> actions = new CopyOnWriteArrayList<>();

	private final Thread lookout = new Thread(this::keepLooking, "releases");

	private volatile Served served;

	private volatile boolean blind;

	/**
	 * Begins to serve what a store keeps, and closes it in the end.
	 * @throws StoreException if no release is in service
	 */
	public ServedReleases(Store store, StoreSettings settings) {
		this.store = store;
		this.settings = settings;
		this.database = Database.of(settings.url());
		this.served = look(0);
		if (settings.isInFile()) {
			ClosingAtExit.leaveToTheServer();
		}
		if (!settings.isInMemory()) {
			this.lookout.setDaemon(true);
			this.lookout.start();
		}
	}

	/**
	 * The store that keeps them.
	 */
	public Store store() {
		return this.store;
	}

	/**
	 * The database that they are in.
	 */
	public Database database() {
		return this.database;
	}

	/**
	 * The release in service.
	 */
	public KeptRelease inService() {
		return this.served.inService();
	}

	/**
	 * The release that this thread's request is answered from.
	 */
	public KeptRelease requested() {
		KeptRelease requested = RequestedRelease.get();
		return (requested != null) ? requested : inService();
	}

	/**
	 * All releases that can be asked, in the order in which they were loaded.
	 */
	public List<KeptRelease> kept() {
		return this.served.kept();
	}

	/**
	 * Whether the release of a number can be asked.
	 */
	public boolean isKept(int number) {
		return kept().stream().anyMatch((release) -> release.number() == number);
	}

	/**
	 * The records that no release may show, the newest withdrawal first.
	 */
	public List<Withdrawal> withdrawals() {
		return this.served.withdrawals();
	}

	/**
	 * Which state of the store this is, counted from the start: another one whenever
	 * something was loaded, dropped, put into service or withdrawn.
	 */
	public int edition() {
		return this.served.edition();
	}

	/**
	 * Does something each time after the {@link #edition} has changed.
	 */
	public void whenChanged(Runnable action) {
		this.actions.add(action);
	}

	/**
	 * The release of a version.
	 * @throws StoreException if it is not kept, with those that are
	 */
	public KeptRelease find(String version) {
		return Store.find(kept(), version);
	}

	/**
	 * Whether the store could not be read when somebody last looked.
	 */
	boolean isBlind() {
		return this.blind;
	}

	/**
	 * A connection to the release that this thread's request is answered from.
	 */
	Connection connect() throws SQLException {
		KeptRelease release = requested();
		return this.pools.computeIfAbsent(release.number(), (number) -> this.store.connectionsTo(release, MOST))
			.getConnection();
	}

	/**
	 * Looks now rather than in a moment at what is kept and in service.
	 */
	public synchronized void refresh() {
		Served now = look(this.served.edition());
		if (now.equals(this.served)) {
			closeWhatIsGone(now);
			return;
		}
		if (!now.inService().equals(this.served.inService())) {
			logger.info("Answering from release {} of the data, checksum {}", now.inService().version(),
					now.inService().checksum());
		}
		this.served = new Served(now.inService(), now.kept(), now.withdrawals(), now.edition() + 1);
		this.actions.forEach(Runnable::run);
		closeWhatIsGone(now);
	}

	private void keepLooking() {
		try {
			while (true) {
				Thread.sleep(this.settings.look().toMillis());
				lookAgain();
			}
		}
		catch (InterruptedException ex) {
			// Nothing is served any longer.
		}
	}

	private void lookAgain() {
		try {
			refresh();
			if (this.settings.isInFile()) {
				// once more, if it has been opened again since
				ClosingAtExit.leaveToTheServer();
			}
			this.store.tidy();
			this.blind = false;
		}
		catch (DataAccessException | StoreException ex) {
			if (!this.blind) {
				logger.warn("Cannot see which releases there are; still answering from {}", inService().version(), ex);
			}
			this.blind = true;
		}
	}

	private Served look(int edition) {
		List<KeptRelease> kept = this.store.kept();
		KeptRelease inService = this.store.inService();
		if (inService == null) {
			throw new StoreException(
					"No release is in service: import one with --publish, or publish one that is kept");
		}
		List<Withdrawal> withdrawals = this.store.withdrawals()
			.stream()
			.sorted(Comparator.comparing(Withdrawal::withdrawnOn).reversed())
			.toList();
		return new Served(inService, kept, withdrawals, edition);
	}

	/**
	 * Closes the connections to releases that are gone, when nobody can be using them any
	 * longer.
	 */
	private void closeWhatIsGone(Served now) {
		Instant moment = Instant.now();
		List<Integer> kept = now.kept().stream().map(KeptRelease::number).toList();
		this.leaving.keySet().removeAll(kept);
		for (Integer number : List.copyOf(this.pools.keySet())) {
			if (!kept.contains(number) && this.leaving.computeIfAbsent(number, (absent) -> moment)
				.isBefore(moment.minus(this.settings.grace()))) {
				Objects.requireNonNull(this.pools.remove(number)).close();
				this.leaving.remove(number);
			}
		}
	}

	@Override
	public void close() {
		this.lookout.interrupt();
		this.pools.values().forEach(HikariDataSource::close);
		this.pools.clear();
		this.store.close();
	}

	private record Served(KeptRelease inService, List<KeptRelease> kept, List<Withdrawal> withdrawals, int edition) {

	}

}

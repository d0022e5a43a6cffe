package org.incumbent.graphql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.incumbent.store.Deadline;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.StoreOpening;
import org.incumbent.web.RequestThreads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks a database that is another process for what several requests want at the same
 * time. While one request asks, those that want something meanwhile wait, and then one of
 * them asks for all: the more requests there are, the more of them a statement serves. A
 * request that is alone waits for nobody, and for one that takes long nobody waits twice.
 */
@Component
class SharedRounds {

	/**
	 * How long a round waits for the one that is asked ahead of it; most take a tenth.
	 */
	private static final Duration PATIENCE = Duration.ofMillis(25);

	/** How long rounds are asked together before each is asked by itself. */
	private static final Duration TOGETHER = Duration.ofMillis(500);

	/** Keys of a round that others may have to wait for. */
	static final int MOST = 200;

	/** Groups of keys in it. */
	static final int MOST_GROUPS = 20;

	private static final Logger logger = LoggerFactory.getLogger(SharedRounds.class);

	private final BooleanSupplier worthWhile;

	private final RequestThreads threads;

	private final Duration patience;

	private final List<Round> waiting = new ArrayList<>();

	/** The one for which the others wait: it is asked, or about to be. */
	private @Nullable Round ahead;

	@Autowired
	SharedRounds(StoreOpening store, RequestThreads threads) {
		this(() -> store.releases().database().isAnotherProcess(), threads, PATIENCE);
	}

	SharedRounds(BooleanSupplier worthWhile, RequestThreads threads, Duration patience) {
		this.worthWhile = worthWhile;
		this.threads = threads;
		this.patience = patience;
	}

	/**
	 * What is found for each want, in their order.
	 */
	List<Found> find(List<Want> wants) {
		KeptRelease release = RequestedRelease.get();
		if (release == null || !this.worthWhile.getAsBoolean()) {
			return Found.of(wants);
		}
		if (isLarge(wants)) {
			return this.threads.away(() -> Found.of(wants));
		}
		Round mine = new Round(release, wants);
		return this.threads.away(() -> {
			if (begin(mine) || !isFoundByAnother(mine)) {
				askFor(mine);
			}
			return mine.found();
		});
	}

	private static boolean isLarge(List<Want> wants) {
		int keys = 0;
		int groups = 0;
		for (Want want : wants) {
			keys += want.keys().size();
			groups += want.groups();
		}
		return keys > MOST || groups > MOST_GROUPS;
	}

	private synchronized boolean begin(Round mine) {
		if (this.ahead == null) {
			this.ahead = mine;
			return true;
		}
		this.waiting.add(mine);
		return false;
	}

	/**
	 * Waits until somebody has asked for a round.
	 * @return false if it shall be asked for by who waits
	 */
	private boolean isFoundByAnother(Round mine) {
		try {
			return mine.foundByAnother.get(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			if (overtake(mine)) {
				return false;
			}
			Deadline deadline = Deadline.get();
			if (deadline != null) {
				deadline.whenOver(() -> mine.foundByAnother.complete(true));
			}
			return mine.foundByAnother.join();
		}
		catch (InterruptedException ex) {
			giveUp(mine);
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The request was interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Nobody tells a round of a failure", ex);
		}
	}

	/**
	 * Leaves the line, and whatever was left to this round to the next.
	 */
	private synchronized void giveUp(Round mine) {
		if (!this.waiting.remove(mine) && !mine.foundByAnother.getNow(true)) {
			leaveToTheNext(mine);
		}
	}

	/**
	 * Begins to ask, so that the others wait for this round instead of the one ahead of
	 * it, unless another has taken it, or is done and leaves it to this one.
	 */
	private synchronized boolean overtake(Round mine) {
		boolean begins = this.waiting.remove(mine);
		if (begins) {
			this.ahead = mine;
		}
		return begins;
	}

	/**
	 * A round with all that wait by now and want to know something of the same release.
	 */
	private synchronized List<Round> take(Round mine) {
		List<Round> taken = new ArrayList<>();
		taken.add(mine);
		this.waiting.removeIf((round) -> round.release.equals(mine.release) && taken.add(round));
		return taken;
	}

	private void askFor(Round mine) {
		List<Round> rounds = List.of(mine);
		try {
			rounds = take(mine);
			if (rounds.size() == 1) {
				mine.answers = Found.of(mine.wants);
			}
			else {
				askTogether(rounds);
			}
		}
		finally {
			rounds.forEach((round) -> round.foundByAnother.complete(true));
			leaveToTheNext(mine);
		}
	}

	/**
	 * Nobody's want may take the others more than a part of their time.
	 */
	private static void askTogether(List<Round> rounds) {
		try (Deadline deadline = Deadline.forPart(TOGETHER)) {
			deadline.during(() -> {
				ask(rounds);
				return rounds;
			});
		}
	}

	private synchronized void leaveToTheNext(Round mine) {
		if (this.ahead == mine) {
			this.ahead = this.waiting.isEmpty() ? null : this.waiting.remove(0);
			if (this.ahead != null) {
				this.ahead.foundByAnother.complete(false);
			}
		}
	}

	private static void ask(List<Round> rounds) {
		Map<String, Set<Object>> keys = new LinkedHashMap<>();
		Map<String, Want> wants = new LinkedHashMap<>();
		for (Round round : rounds) {
			for (Want want : round.wants) {
				wants.putIfAbsent(want.name(), want);
				keys.computeIfAbsent(want.name(), (absent) -> new LinkedHashSet<>()).addAll(want.keys());
			}
		}
		Map<String, Found> found = new HashMap<>();
		wants.forEach((name, want) -> found.put(name, together(want.of(keys.getOrDefault(name, Set.of())))));
		for (Round round : rounds) {
			round.answers = round.wants.stream().map((want) -> found.getOrDefault(want.name(), Found.NOT)).toList();
		}
	}

	/**
	 * What was found for a want of several rounds; whatever goes wrong may be the fault
	 * of one of them.
	 */
	private static Found together(Want want) {
		Found found = Found.NOT;
		try {
			found = Found.of(want);
		}
		catch (StackOverflowError ex) {
			logger.debug("Keys that several requests want are too many in a row", ex);
		}
		if (found.failure() != null) {
			logger.debug("{} is asked for each request by itself", want.name(), found.failure());
		}
		return found;
	}

	/**
	 * How many rounds wait, for tests.
	 */
	synchronized int waiting() {
		return this.waiting.size();
	}

	/**
	 * Whether a round would have to wait, for tests.
	 */
	synchronized boolean isAsking() {
		return this.ahead != null;
	}

	/**
	 * What one request wants to know before it can go on.
	 */
	private static final class Round {

		private final KeptRelease release;

		private final List<Want> wants;

		/** False where nobody has asked and whoever waits shall. */
		private final CompletableFuture<Boolean> foundByAnother = new CompletableFuture<>();

		private volatile @Nullable List<Found> answers;

		Round(KeptRelease release, List<Want> wants) {
			this.release = release;
			this.wants = wants;
		}

		/**
		 * What could not be found together with what others want is asked by itself: it
		 * may be a fault of theirs, or their time may have been over.
		 */
		List<Found> found() {
			List<Found> together = this.answers;
			if (together == null) {
				return Found.of(this.wants);
			}
			List<Found> found = new ArrayList<>();
			for (int i = 0; i < together.size(); i++) {
				Found each = together.get(i);
				found.add((each.answers() != null) ? each : Found.of(this.wants.get(i)));
			}
			return found;
		}

	}

}

package org.incumbent.graphql;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.incumbent.release.StoreFixture;
import org.incumbent.store.Deadline;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.ReleaseDataSource;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.web.RequestThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Requests that want something at the same time ask for it together, and each gets its
 * own.
 */
@Tag("store")
@Timeout(60)
class SharedRoundsTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final KeptRelease ONE = release(1);

	private static final String NOBODY = "nobody-at-all";

	private final ExecutorService requests = Executors.newCachedThreadPool();

	private final CountDownLatch gate = new CountDownLatch(1);

	private final List<Collection<Object>> asked = new CopyOnWriteArrayList<>();

	private SharedRounds rounds = rounds(LONG);

	@AfterEach
	void nobodyAsksOrWaitsInTheEnd() {
		this.gate.countDown();
		await().until(() -> this.rounds.waiting() == 0 && !this.rounds.isAsking());
		this.requests.shutdownNow();
	}

	@Test
	void whatIsWantedWhileAnotherAsksIsAskedForAtOnce() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		CompletableFuture<List<Found>> second = inRequest(ONE, () -> this.rounds.find(List.of(doubled(1, 2))));
		CompletableFuture<List<Found>> third = inRequest(ONE, () -> this.rounds.find(List.of(doubled(2, 3, 1000))));
		await().until(() -> this.rounds.waiting() == 2);
		this.gate.countDown();
		assertThat(answers(second)).containsEntry(1, 2).containsEntry(2, 4);
		assertThat(answers(third)).containsEntry(2, 4).containsEntry(3, 6).doesNotContainKey(1000);
		assertThat(first.join()).hasSize(1);
		assertThat(this.asked).singleElement().satisfies((keys) -> assertThat(keys).containsOnly(1, 2, 3, 1000));
	}

	@Test
	void oneThatIsAloneWaitsForNobody() {
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(7)))))).containsEntry(7, 14);
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(8)))))).containsEntry(8, 16);
		assertThat(this.asked).containsExactly(List.of(7), List.of(8));
	}

	@Test
	void aRoundIsAskedBesideOneThatTakesLong() {
		this.rounds = rounds(Duration.ofMillis(1));
		CompletableFuture<List<Found>> first = askAtTheGate();
		assertThat(this.rounds.isAsking()).isTrue();
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(7)))))).containsEntry(7, 14);
		assertThat(first).isNotDone();
		assertThat(this.rounds.isAsking()).as("the next has to wait for the first one too").isFalse();
		this.gate.countDown();
		assertThat(first.join()).hasSize(1);
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(8)))))).containsEntry(8, 16);
	}

	@Test
	void oneThatWasOvertakenLetsNobodyAhead() throws InterruptedException {
		this.rounds = rounds(Duration.ofMillis(1));
		CountDownLatch asks = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		CompletableFuture<List<Found>> first = askAtTheGate();
		CompletableFuture<List<Found>> second = inRequest(ONE,
				() -> this.rounds.find(List.of(new Want("second", List.of(1), (keys) -> {
					asks.countDown();
					return waitFor(end, keys);
				}))));
		asks.await();
		this.gate.countDown();
		assertThat(first.join()).hasSize(1);
		assertThat(this.rounds.isAsking()).as("the others wait for the second one").isTrue();
		end.countDown();
		assertThat(answers(second)).containsEntry(1, 1);
	}

	@Test
	void aFailureIsOnlyThatOfWhoseItIs() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		CompletableFuture<List<Found>> bad = inRequest(ONE, () -> this.rounds.find(List.of(doubled(1, -1))));
		CompletableFuture<List<Found>> good = inRequest(ONE, () -> this.rounds.find(List.of(doubled(1, 2))));
		await().until(() -> this.rounds.waiting() == 2);
		this.gate.countDown();
		assertThat(answers(good)).containsEntry(1, 2).containsEntry(2, 4);
		Found failed = bad.join().get(0);
		assertThatThrownBy(failed::get).isInstanceOf(IllegalArgumentException.class).hasMessage("less than nothing");
		assertThat(first.join()).hasSize(1);
	}

	@Test
	void anErrorLeavesNobodyWaiting() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		CompletableFuture<List<Found>> deep = inRequest(ONE, () -> this.rounds.find(List.of(doubled(1, -2))));
		CompletableFuture<List<Found>> good = inRequest(ONE, () -> this.rounds.find(List.of(doubled(1, 2))));
		await().until(() -> this.rounds.waiting() == 2);
		this.gate.countDown();
		assertThat(answers(good)).containsEntry(1, 2).containsEntry(2, 4);
		assertThatThrownBy(deep::join).hasCauseInstanceOf(StackOverflowError.class);
		assertThat(first.join()).hasSize(1);
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(8)))))).containsEntry(8, 16);
	}

	@Test
	void releasesAreNotMixed() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		List<CompletableFuture<List<Found>>> all = new ArrayList<>();
		for (int i = 1; i <= 4; i++) {
			KeptRelease release = release(1 + i % 2);
			Want want = new Want("release", List.<Object>of(i), (keys) -> {
				this.asked.add(keys);
				int number = Objects.requireNonNull(RequestedRelease.get()).number();
				return keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> number));
			});
			all.add(inRequest(release, () -> this.rounds.find(List.of(want))));
		}
		await().until(() -> this.rounds.waiting() == 4);
		this.gate.countDown();
		for (int i = 1; i <= 4; i++) {
			assertThat(answers(all.get(i - 1))).containsEntry(i, 1 + i % 2);
		}
		assertThat(first.join()).hasSize(1);
		assertThat(this.asked).hasSize(2);
	}

	@Test
	void nobodyWaitsForWhoWantsVeryMuch() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		int[] many = IntStream.rangeClosed(1, SharedRounds.MOST + 1).toArray();
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(many)))))).hasSize(many.length);
		assertThat(first).isNotDone();
	}

	@Test
	void nobodyWaitsForWhoWantsTheLikeInManyWays() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		List<Object> keys = IntStream.rangeClosed(0, SharedRounds.MOST_GROUPS).<Object>mapToObj(Way::new).toList();
		Want want = new Want("ways", keys,
				(wanted) -> wanted.stream().collect(Collectors.toMap(Function.identity(), (key) -> ((Way) key).way())));
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(want))))).hasSize(keys.size());
		assertThat(first).isNotDone();
		CompletableFuture<List<Found>> fewer = inRequest(ONE,
				() -> this.rounds.find(List.of(want.of(keys.subList(1, keys.size())))));
		await().until(() -> this.rounds.waiting() == 1);
		this.gate.countDown();
		assertThat(answers(fewer)).hasSize(keys.size() - 1);
		assertThat(first.join()).hasSize(1);
	}

	@Test
	void whatTakesTooLongTogetherIsAskedByItself() {
		CompletableFuture<List<Found>> first = askAtTheGate();
		Function<Collection<Object>, Map<Object, Object>> slow = (keys) -> {
			Deadline deadline = Deadline.get();
			if (deadline != null) {
				await().until(deadline::isOver);
				throw new IllegalStateException("stopped");
			}
			return mapped(keys, (key) -> keys.size());
		};
		CompletableFuture<List<Found>> second = inRequest(ONE,
				() -> this.rounds.find(List.of(new Want("slow", List.of(1), slow))));
		CompletableFuture<List<Found>> third = inRequest(ONE,
				() -> this.rounds.find(List.of(new Want("slow", List.of(2), slow))));
		await().until(() -> this.rounds.waiting() == 2);
		this.gate.countDown();
		assertThat(answers(second)).containsEntry(1, 1);
		assertThat(answers(third)).containsEntry(2, 1);
		assertThat(first.join()).hasSize(1);
	}

	@Test
	void inADatabaseOfTheSameProcessNobodyWaits() {
		this.rounds = NothingKept.rounds();
		CompletableFuture<List<Found>> first = askAtTheGate();
		assertThat(answers(inRequest(ONE, () -> this.rounds.find(List.of(doubled(7)))))).containsEntry(7, 14);
		assertThat(first).isNotDone();
	}

	@Test
	void whoseTimeIsOverWaitsForNobody() {
		this.rounds = rounds(Duration.ofSeconds(2));
		CompletableFuture<List<Found>> first = askAtTheGate();
		Function<Collection<Object>, Map<Object, Object>> slow = (keys) -> keys.contains(1) ? wait(keys)
				: mapped(keys, (key) -> Objects.requireNonNull(Deadline.get()).isOver());
		CompletableFuture<List<Found>> second = inRequest(ONE,
				() -> this.rounds.find(List.of(new Want("slow", List.of(1), slow))));
		await().pollDelay(Duration.ofMillis(300)).until(() -> this.rounds.waiting() == 1);
		CompletableFuture<List<Found>> third = inRequest(ONE, () -> {
			try (Deadline deadline = Deadline.in(Duration.ofSeconds(3))) {
				// the second one loses its patience earlier, and takes this one with it
				return deadline.during(() -> this.rounds.find(List.of(new Want("slow", List.of(2), slow))));
			}
		});
		assertThat(answers(third)).containsEntry(2, true);
		assertThat(second).isNotDone();
		this.gate.countDown();
		assertThat(answers(second)).containsEntry(1, 1);
		assertThat(first.join()).hasSize(1);
	}

	@Test
	void everyoneGetsWhatTheyWant() {
		this.rounds = rounds(Duration.ofNanos(200_000));
		List<CompletableFuture<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			Random random = new Random(i);
			KeptRelease release = release(1 + i % 3);
			all.add(inRequest(release, () -> IntStream.range(0, 500).allMatch((round) -> {
				int[] keys = random.ints(1 + random.nextInt(5), 1, 50).distinct().toArray();
				Want squares = new Want("squares", objects(keys), (wanted) -> {
					if (ThreadLocalRandom.current().nextInt(50) == 0) {
						throw new IllegalStateException("now and then");
					}
					int factor = Objects.requireNonNull(RequestedRelease.get()).number();
					return mapped(wanted, (key) -> factor * key * key);
				});
				List<Found> found = this.rounds.find(List.of(doubled(keys), squares));
				Map<Object, Object> doubles = found.get(0).get();
				Map<Object, Object> other = found.get(1).answers();
				return IntStream.of(keys).allMatch((key) -> Integer.valueOf(2 * key).equals(doubles.get(key)))
						&& (other == null || IntStream.of(keys)
							.allMatch((key) -> Integer.valueOf(release.number() * key * key).equals(other.get(key))));
			})));
		}
		assertThat(all).allMatch(CompletableFuture::join);
		assertThat(this.rounds.waiting()).isZero();
	}

	@Test
	void slugsThatSeveralRequestsLookUpAreFoundAtOnce() {
		ServedReleases releases = StoreFixture.serveBoth();
		try {
			AtomicInteger statements = new AtomicInteger();
			JdbcClient database = JdbcClient.create(new JdbcTemplate(new ReleaseDataSource(() -> releases)) {

				@Override
				protected void applyStatementSettings(Statement statement) throws SQLException {
					super.applyStatementSettings(statement);
					statements.incrementAndGet();
				}

			});
			LookupRepository lookup = new LookupRepository(database, NothingKept.rows(), this.rounds);
			KeptRelease release = releases.inService();
			List<String> slugs = new ArrayList<>(database.sql("select slug from people").query(String.class).list());
			slugs.add(NOBODY);
			assertThat(slugs).hasSizeGreaterThan(2);
			statements.set(0);
			CompletableFuture<List<Found>> first = askAtTheGate(release);
			Map<String, CompletableFuture<String>> found = slugs.stream()
				.collect(
						Collectors.toMap(Function.identity(),
								(slug) -> inRequest(release,
										() -> lookup
											.findBySlug("people", "Person", (row) -> row.getString("slug"), slug)
											.orElse("none"))));
			await().until(() -> this.rounds.waiting() == slugs.size());
			this.gate.countDown();
			found.forEach((slug, answer) -> assertThat(answer.join()).isEqualTo(slug.equals(NOBODY) ? "none" : slug));
			assertThat(first.join()).hasSize(1);
			assertThat(statements).as("one for all, and one for old slugs").hasValue(2);
		}
		finally {
			releases.close();
		}
	}

	private SharedRounds rounds(Duration patience) {
		return new SharedRounds(() -> true, new RequestThreads(1, 1), patience);
	}

	private static KeptRelease release(int number) {
		return new KeptRelease(number, 1, "v" + number, "", LocalDate.EPOCH, "", "", "", "", "");
	}

	private <T> CompletableFuture<T> inRequest(KeptRelease release, Supplier<T> work) {
		return CompletableFuture.supplyAsync(() -> RequestedRelease.during(release, work), this.requests)
			.orTimeout(30, TimeUnit.SECONDS);
	}

	private CompletableFuture<List<Found>> askAtTheGate() {
		return askAtTheGate(ONE);
	}

	/**
	 * Has begun to ask, and has its answer when the gate is open.
	 */
	private CompletableFuture<List<Found>> askAtTheGate(KeptRelease release) {
		CountDownLatch begun = new CountDownLatch(1);
		Want want = new Want("gate", List.<Object>of(0), (keys) -> {
			begun.countDown();
			return wait(keys);
		});
		CompletableFuture<List<Found>> answer = inRequest(release, () -> this.rounds.find(List.of(want)));
		try {
			begun.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return answer;
	}

	private Map<Object, Object> wait(Collection<Object> keys) {
		return waitFor(this.gate, keys);
	}

	private static Map<Object, Object> waitFor(CountDownLatch gate, Collection<Object> keys) {
		try {
			gate.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return mapped(keys, (key) -> key);
	}

	/**
	 * Twice each number below 1,000.
	 */
	private Want doubled(int... keys) {
		return new Want("doubled", objects(keys), (wanted) -> {
			this.asked.add(wanted);
			if (wanted.contains(-1)) {
				throw new IllegalArgumentException("less than nothing");
			}
			if (wanted.contains(-2)) {
				throw new StackOverflowError();
			}
			return mapped(wanted.stream().filter((key) -> (Integer) key < 1000).toList(), (key) -> 2 * key);
		});
	}

	private static List<Object> objects(int... keys) {
		return IntStream.of(keys).<Object>mapToObj((key) -> key).toList();
	}

	private static Map<Object, Object> mapped(Collection<Object> keys, Function<Integer, Object> value) {
		return keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> value.apply((Integer) key)));
	}

	private static Map<Object, Object> answers(CompletableFuture<List<Found>> found) {
		return found.join().get(0).get();
	}

	private record Way(int way) implements Grouped {

		@Override
		public Object group() {
			return this.way;
		}

	}

}

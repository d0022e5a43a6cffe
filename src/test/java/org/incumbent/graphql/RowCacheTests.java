package org.incumbent.graphql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.incumbent.release.StoreFixture;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What was found once is not looked up again, and is never what another release has.
 */
@Tag("store")
class RowCacheTests {

	private static final int MOST = 1_000_000;

	private static final int CASES = 10_000;

	private final List<String> lookedUp = new ArrayList<>();

	private ServedReleases releases;

	private RowCache rows;

	@BeforeEach
	void keepTwoReleases() {
		this.releases = StoreFixture.serveBoth();
		this.rows = cache(MOST);
	}

	@AfterEach
	void close() {
		this.releases.close();
	}

	@Test
	void onlyWhatIsMissingIsLookedUp() {
		assertThat(get("a", "b")).containsOnly(Map.entry("a", "2026.1.1 a"), Map.entry("b", "2026.1.1 b"));
		assertThat(get("b", "c", "a")).hasSize(3);
		assertThat(this.lookedUp).containsExactly("a", "b", "c");
		assertThat(this.rows.get("another", List.of("a"), (keys) -> Map.of("a", "x"))).containsValue("x");
	}

	@Test
	void thatThereIsNothingIsKnownToo() {
		assertThat(get("nothing", "a")).containsOnlyKeys("a");
		assertThat(get("nothing")).isEmpty();
		assertThat(this.lookedUp).containsExactly("a", "nothing");
		assertThat(this.rows.<String, String>get("one", "nothing", () -> null)).isNull();
		assertThat(this.rows.<String, String>get("one", "nothing", () -> "something")).isNull();
	}

	@Test
	void aCacheOfNothingLooksEverythingUp() {
		this.rows = cache(0);
		get("a");
		get("a");
		assertThat(this.lookedUp).containsExactly("a", "a");
	}

	@Test
	void aFailureIsNotKept() {
		assertThatThrownBy(() -> this.rows.get("name", List.of("a"), (keys) -> {
			throw new BadRequestException("no");
		})).isInstanceOf(BadRequestException.class);
		assertThat(get("a")).hasSize(1);
	}

	@Test
	void whatIsFoundIsOfTheReleaseThatItIsKeptUnder() {
		String found = this.rows.get("one", "key", () -> {
			publish(StoreFixture.B);
			return this.releases.requested().version();
		});
		assertThat(found).isEqualTo(StoreFixture.A);
		assertThat(this.rows.get("one", "key", () -> this.releases.requested().version())).isEqualTo(StoreFixture.B);
		assertThat(RequestedRelease.get()).isNull();
	}

	@Test
	void aThreadWithoutAReleaseKnowsNothing() {
		get("a");
		assertThat(this.rows.getIfKnown("name", "a")).isNull();
		assertThat(RequestedRelease.<@Nullable Object>during(this.releases.inService(),
				() -> this.rows.getIfKnown("name", "a")))
			.isEqualTo("2026.1.1 a");
	}

	@Test
	void noReleaseIsServedTheRowsOfAnother() {
		Random random = new Random(7);
		List<String> versions = List.of(StoreFixture.A, StoreFixture.B);
		for (int i = 0; i < CASES; i++) {
			if (random.nextInt(200) == 0) {
				publish(versions.get(random.nextInt(2)));
			}
			String[] keys = random.ints(1 + random.nextInt(5), 0, 400).mapToObj(String::valueOf).toArray(String[]::new);
			KeptRelease pinned = random.nextBoolean() ? this.releases.find(versions.get(random.nextInt(2))) : null;
			KeptRelease expected = (pinned != null) ? pinned : this.releases.inService();
			Map<String, String> found = (pinned != null) ? RequestedRelease.during(pinned, () -> get(keys)) : get(keys);
			assertThat(found).containsOnlyKeys(keys)
				.allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.version() + " " + key));
		}
		assertThat(this.lookedUp.size()).isLessThanOrEqualTo(2 * 400);
	}

	@Test
	void whatIsKnownOfAReleaseGoesWithIt() {
		KeptRelease a = this.releases.inService();
		get("a");
		assertThat(this.rows.releases()).containsExactly(a.number());
		StoreFixture.takeNewer(this.releases.store(), "2026.2.1");
		StoreFixture.takeNewer(this.releases.store(), "2026.2.2");
		this.releases.refresh();
		assertThat(this.releases.kept()).doesNotContain(a);
		assertThat(this.rows.releases()).isEmpty();
		RequestedRelease.during(a, () -> get("late"));
		assertThat(this.rows.releases()).doesNotContain(a.number());
	}

	@Test
	void itIsBounded() {
		String text = "x".repeat(1_000);
		for (int i = 0; i < CASES; i++) {
			int number = i;
			this.rows.get("many", number, () -> new Row(number + text, List.of(text, text)));
		}
		assertThat(this.rows.weight()).isBetween(MOST / 2L, (long) MOST);
		assertThat(RowWeight.of(new Row(text, List.of(text, text)))).isBetween(3_000, 3_500);
	}

	@Test
	void aListFromItCannotBeChanged() {
		List<String> found = new ArrayList<>(List.of("a"));
		List<String> known = Objects.requireNonNull(this.rows.get("list", "key", () -> found));
		assertThatThrownBy(() -> known.add("b")).isInstanceOf(UnsupportedOperationException.class);
	}

	private RowCache cache(long most) {
		return new RowCache(new StoreOpening(CompletableFuture.completedFuture(this.releases)),
				new RowProperties(DataSize.ofBytes(most), false, Duration.ZERO));
	}

	private void publish(String version) {
		this.releases.store().change((change) -> {
			change.publish(version);
			return version;
		});
		this.releases.refresh();
	}

	private Map<String, String> get(String... keys) {
		return this.rows.get("name", new LinkedHashSet<>(List.of(keys)), this::find);
	}

	/** Finds, for each key, the release that is asked and the key. */
	private Map<String, String> find(Collection<String> keys) {
		this.lookedUp.addAll(keys.stream().sorted().toList());
		String version = this.releases.requested().version();
		Map<String, String> found = new HashMap<>(
				keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> version + " " + key)));
		found.remove("nothing");
		return found;
	}

	private record Row(String text, List<String> more) {

	}

}

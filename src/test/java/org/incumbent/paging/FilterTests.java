package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.incumbent.graphql.LimitExceededException;
import org.incumbent.paging.ItemTable.Item;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilterTests {

	private static final WeightFilter NOTHING_ASKED = new WeightFilter(null, null, null, null);

	private final ItemTable table = new ItemTable();

	@BeforeEach
	void insertThreeWeightsAndAnUnknownOne() {
		this.table.insert(new Item("one", "1"), 1);
		this.table.insert(new Item("two", "2"), 2);
		this.table.insert(new Item("three", "3"), 3);
		this.table.insert(new Item("unknown", "?"), null);
	}

	@AfterEach
	void close() {
		this.table.close();
	}

	@Test
	void anEmptyFilterMatchesEverything() {
		assertThat(matches(NOTHING_ASKED)).containsExactly("one", "three", "two", "unknown");
	}

	@Test
	void aMissingFilterMatchesEverything() {
		Bindings bindings = new Bindings();
		assertThat(this.table.idsWhere(Filter.sqlOf(null, bindings), bindings)).hasSize(4);
	}

	@Test
	void anEmptyAndChangesNothing() {
		assertThat(matches(new WeightFilter(2, List.of(), null, null))).containsExactly("two");
	}

	@Test
	void anEmptyOrMatchesNothing() {
		assertThat(matches(new WeightFilter(null, null, List.of(), null))).isEmpty();
		assertThat(matches(not(new WeightFilter(null, null, List.of(), null)))).hasSize(4);
	}

	@Test
	void anOrWithAnEmptyFilterInItMatchesEverything() {
		assertThat(matches(or(NOTHING_ASKED, weighs(1)))).hasSize(4);
	}

	@Test
	void notOfAnEmptyFilterMatchesNothing() {
		assertThat(matches(not(NOTHING_ASKED))).isEmpty();
	}

	@Test
	void notMatchesWhatIsUnknown() {
		assertThat(matches(not(weighs(1)))).containsExactly("three", "two", "unknown");
		assertThat(matches(not(not(weighs(1))))).containsExactly("one");
	}

	@Test
	void orJoinsAndAndNarrows() {
		assertThat(matches(or(weighs(1), weighs(3)))).containsExactly("one", "three");
		assertThat(matches(and(weighs(1), weighs(3)))).isEmpty();
	}

	@Test
	void theFieldsBesideAndOrAndNotMustHoldToo() {
		WeightFilter filter = new WeightFilter(2, List.of(not(weighs(3))), List.of(weighs(1), weighs(2)), weighs(1));
		assertThat(matches(filter)).containsExactly("two");
		assertThat(matches(new WeightFilter(3, null, List.of(weighs(1), weighs(2)), null))).isEmpty();
	}

	@Test
	void filtersInsideEachOtherMatchAsTheyRead() {
		for (int seed = 0; seed < 500; seed++) {
			WeightFilter filter = randomFilter(new Random(seed), 4);
			List<String> expected = new ArrayList<>();
			addIf(filter.matches(1), "one", expected);
			addIf(filter.matches(3), "three", expected);
			addIf(filter.matches(2), "two", expected);
			addIf(filter.matches(null), "unknown", expected);
			assertThat(matches(filter)).as("seed %d: %s", seed, filter).isEqualTo(expected);
		}
	}

	@Test
	void eightLevelsAreTakenAndTheNinthIsRefused() {
		assertThat(matches(nested(8))).isNotEmpty();
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> nested(9).sql(new Bindings()))
			.withMessage(
					"The query has 9 levels of 'and', 'or' and 'not' in a filter; this server takes at most 8: send a flatter one");
	}

	@Test
	void aHundredFiltersInAllAreTakenAndTheNextIsRefused() {
		List<WeightFilter> fifty = Collections.nCopies(50, weighs(1));
		assertThat(matches(new WeightFilter(null, Collections.nCopies(100, weighs(1)), null, null)))
			.containsExactly("one");
		assertThat(matches(new WeightFilter(null, fifty, fifty, null))).containsExactly("one");
		WeightFilter large = new WeightFilter(null, fifty, fifty, weighs(2));
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> large.sql(new Bindings()))
			.withMessage(
					"The query has 101 filters within a filter; this server takes at most 100: send a smaller one");
	}

	private List<String> matches(WeightFilter filter) {
		Bindings bindings = new Bindings();
		return this.table.idsWhere(filter.sql(bindings), bindings);
	}

	private static WeightFilter weighs(int weight) {
		return new WeightFilter(weight, null, null, null);
	}

	private static WeightFilter and(WeightFilter... filters) {
		return new WeightFilter(null, List.of(filters), null, null);
	}

	private static WeightFilter or(WeightFilter... filters) {
		return new WeightFilter(null, null, List.of(filters), null);
	}

	private static WeightFilter not(WeightFilter filter) {
		return new WeightFilter(null, null, null, filter);
	}

	/**
	 * A filter of so many levels, the innermost of which asks for something.
	 */
	private static WeightFilter nested(int levels) {
		WeightFilter filter = weighs(1);
		for (int level = 0; level < levels; level++) {
			filter = List.of(not(filter), and(filter), or(filter)).get(level % 3);
		}
		return filter;
	}

	private static WeightFilter randomFilter(Random random, int levels) {
		Integer weight = random.nextBoolean() ? random.nextInt(1, 4) : null;
		if (levels == 1) {
			return new WeightFilter(weight, null, null, null);
		}
		return new WeightFilter(weight, randomFilters(random, levels - 1), randomFilters(random, levels - 1),
				random.nextBoolean() ? randomFilter(random, levels - 1) : null);
	}

	private static @Nullable List<WeightFilter> randomFilters(Random random, int levels) {
		if (random.nextBoolean()) {
			return null;
		}
		List<WeightFilter> filters = new ArrayList<>();
		int count = random.nextInt(3);
		for (int i = 0; i < count; i++) {
			filters.add(randomFilter(random, levels));
		}
		return filters;
	}

	private static void addIf(boolean matches, String id, List<String> ids) {
		if (matches) {
			ids.add(id);
		}
	}

	private record WeightFilter(@Nullable Integer weight, @Nullable List<WeightFilter> and,
			@Nullable List<WeightFilter> or, @Nullable WeightFilter not) implements Filter<WeightFilter> {

		@Override
		public List<String> conditions(Bindings bindings) {
			return (this.weight != null) ? List.of("t.weight = " + bindings.bind(this.weight)) : List.of();
		}

		/**
		 * What the words mean, told once more in Java.
		 */
		boolean matches(@Nullable Integer weight) {
			boolean own = this.weight == null || this.weight.equals(weight);
			boolean all = this.and == null || this.and.stream().allMatch((filter) -> filter.matches(weight));
			boolean any = this.or == null || this.or.stream().anyMatch((filter) -> filter.matches(weight));
			boolean except = this.not == null || !this.not.matches(weight);
			return own && all && any && except;
		}

	}

}

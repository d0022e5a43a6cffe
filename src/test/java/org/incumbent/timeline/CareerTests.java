package org.incumbent.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.incumbent.appointment.Appointment;
import org.incumbent.appointment.Capacity;
import org.incumbent.time.Bounds;
import org.incumbent.time.Period;
import org.incumbent.time.PeriodState;
import org.incumbent.time.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where somebody came from and went to, against the plain meaning of it over days.
 */
class CareerTests {

	private static final LocalDate DAY_0 = LocalDate.of(2019, 2, 26);

	private static final int DAYS = 10;

	@Test
	void ofExactDatesThePostsBeforeAreThoseThatEndedLastOfThoseThatWereOver() {
		RandomCases.check((random) -> {
			List<Career.Post> posts = new ArrayList<>();
			int count = random.nextInt(1, 6);
			for (int i = 0; i < count; i++) {
				int start = random.nextInt(DAYS);
				posts.add(post("post-" + i, start, start, random.nextInt(start, DAYS), null, false));
			}
			Career career = new Career(posts);
			for (Career.Post own : posts) {
				assertThat(keys(career.before(own.key()))).as("before %s in %s", own.key(), posts)
					.isEqualTo(definition(posts, (other) -> isOver(other, own),
							(other, between) -> isOver(other, between)));
				assertThat(keys(career.after(own.key()))).as("after %s in %s", own.key(), posts)
					.isEqualTo(definition(posts, (other) -> isOver(own, other),
							(other, between) -> isOver(between, other)));
			}
		});
	}

	@Test
	void whoCameFromAPostLeftItForThisOneOnAnyDaysThatTheDatesAllowIfThePostsDidNotOverlap() {
		RandomCases.check((random) -> {
			List<Career.Post> posts = new ArrayList<>();
			int count = random.nextInt(2, 5);
			for (int i = 0; i < count; i++) {
				posts.add(randomPost("post-" + i, random));
			}
			Career career = new Career(posts);
			for (Career.Post own : posts) {
				for (Appointment earlier : career.before(own.key())) {
					assertThat(pairs(own.appointment()).stream()
						.flatMap((later) -> pairs(earlier).stream()
							.filter((first) -> later.get(1) < first.get(0)
									|| (later.get(1).equals(first.get(0)) && !later.equals(first))))
						.findFirst()).as("days on which %s came before %s", own.key(), earlier.key()).isEmpty();
				}
			}
		});
	}

	@Test
	void theOrderThatASourceGivesStandsForDatesThatNoSourceGives() {
		Career.Post first = post("first", null, null, null, null, false);
		Career.Post second = post("second", null, null, null, "first", false);
		Career.Post third = post("third", null, null, null, "second", false);
		Career career = new Career(List.of(first, second, third));
		assertThat(keys(career.before("third"))).containsExactly("second");
		assertThat(keys(career.after("first"))).containsExactly("second");
		assertThat(keys(career.before("first"))).isEmpty();
	}

	@Test
	void nobodyComesFromAPostThatRanSideBySide() {
		Career.Post first = post("first", null, null, null, null, false);
		Career.Post second = post("second", null, null, null, "first", true);
		Career career = new Career(List.of(first, second));
		assertThat(keys(career.before("second"))).isEmpty();
		assertThat(keys(career.after("first"))).isEmpty();
	}

	@Test
	void whatMayHaveRunSideBySideIsNotWhereSomebodyCameFrom() {
		Career.Post own = post("own", 2, 2, 6, null, false);
		Career.Post startUnknown = post("start-unknown", null, 6, 6, null, false);
		Career.Post endUnknown = new Career.Post(
				appointment("end-unknown", new Bounds(day(0), day(0), day(0), null), null), false);
		Career career = new Career(List.of(endUnknown, own, startUnknown));
		assertThat(keys(career.after("own"))).isEmpty();
		assertThat(keys(career.before("own"))).isEmpty();
	}

	/**
	 * The posts beyond one, without those that have another such post in between.
	 */
	private static Set<String> definition(List<Career.Post> posts, Predicate<Career.Post> beyond,
			BiPredicate<Career.Post, Career.Post> further) {
		Set<String> keys = new LinkedHashSet<>();
		for (Career.Post other : posts) {
			boolean nearest = posts.stream().filter(beyond).noneMatch((between) -> further.test(other, between));
			if (beyond.test(other) && nearest) {
				keys.add(other.key());
			}
		}
		return keys;
	}

	/**
	 * Whether a post was over when another began; on one day they may touch.
	 */
	private static boolean isOver(Career.Post one, Career.Post other) {
		List<Integer> first = pairs(one.appointment()).get(0);
		List<Integer> second = pairs(other.appointment()).get(0);
		return first.get(1) <= second.get(0) && !(second.get(1) <= first.get(0));
	}

	/**
	 * Every first and last day that the bounds of a tenure allow.
	 */
	private static List<List<Integer>> pairs(Appointment appointment) {
		Bounds bounds = appointment.period().bounds();
		List<List<Integer>> pairs = new ArrayList<>();
		for (int start = -1; start <= DAYS; start++) {
			for (int end = start; end <= DAYS; end++) {
				if (isWithin(start, bounds.startEarliest(), bounds.startLatest())
						&& isWithin(end, bounds.endEarliest(), bounds.endLatest())) {
					pairs.add(List.of(start, end));
				}
			}
		}
		return pairs;
	}

	private static boolean isWithin(int number, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
		LocalDate day = DAY_0.plusDays(number);
		return (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest));
	}

	private static Set<String> keys(List<Appointment> appointments) {
		return appointments.stream().map(Appointment::key).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Career.Post randomPost(String key, RandomGenerator random) {
		int start = random.nextInt(DAYS);
		int latestStart = random.nextInt(start, DAYS);
		return post(key, start, latestStart, random.nextInt(latestStart, DAYS), null, false);
	}

	private static Career.Post post(String key, @Nullable Integer start, @Nullable Integer latestStart,
			@Nullable Integer end, @Nullable String predecessor, boolean overlaps) {
		Bounds bounds = new Bounds(day(start), day(latestStart), day(end), day(end));
		return new Career.Post(appointment(key, bounds, predecessor), overlaps);
	}

	private static Appointment appointment(String key, Bounds bounds, @Nullable String predecessor) {
		return new Appointment(key, "somebody", "role", "body", Capacity.SUBSTANTIVE,
				new Period(null, null, PeriodState.UNKNOWN, bounds), null, null, null, null, null, null, predecessor,
				null, false, false);
	}

	private static @Nullable LocalDate day(@Nullable Integer number) {
		return (number != null) ? DAY_0.plusDays(number) : null;
	}

}

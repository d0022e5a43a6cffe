package org.incumbent.paging;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.incumbent.time.RandomCases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk comes to each place of its range once and in order, however small the parts are
 * that it looks up.
 */
class PlaceWalkTests {

	private static final int PLACES = 100;

	@Test
	void eachPlaceIsVisitedOnceAndInOrder() {
		RandomCases.check((random) -> {
			BitSet all = new BitSet();
			IntStream.range(0, random.nextInt(PLACES)).forEach((place) -> all.set(random.nextInt(PLACES)));
			int low = random.nextInt(PLACES);
			int high = random.nextInt(PLACES);
			boolean ascending = random.nextBoolean();
			PlaceWalk walk = new PlaceWalk(low, high, ascending, random.nextInt(20), (from, to) -> all);
			List<Integer> expected = all.stream()
				.filter((place) -> place >= low && place <= high)
				.boxed()
				.collect(Collectors.toList());
			if (!ascending) {
				Collections.reverse(expected);
			}
			for (int seen = 0; seen <= expected.size();) {
				int most = 1 + random.nextInt(10);
				assertThat(IntStream.of(walk.next(most)).boxed().toList())
					.isEqualTo(expected.subList(seen, Math.min(seen + most, expected.size())));
				seen += most;
			}
			assertThat(walk.next(1)).isEmpty();
		});
	}

}

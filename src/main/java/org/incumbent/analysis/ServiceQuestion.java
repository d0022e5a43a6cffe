package org.incumbent.analysis;

import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Between whom chains of shared service are looked for, and what makes a step of one.
 *
 * @param maxSteps how many steps a chain may have
 * @param maxChains how many chains to give
 * @param minimumDays on how many days two people served together at least
 * @param includePossible whether days on which they may have count as well
 */
record ServiceQuestion(String from, String to, int maxSteps, int maxChains, int minimumDays, boolean includePossible) {

	private static final int DEFAULT_STEPS = 4;

	private static final int MOST_STEPS = 6;

	private static final int DEFAULT_CHAINS = 5;

	private static final int MOST_CHAINS = 50;

	/**
	 * The question that a client asks, with what it leaves out.
	 */
	static ServiceQuestion of(String from, String to, @Nullable Integer maxSteps, @Nullable Integer maxChains,
			@Nullable Integer minimumDays, @Nullable Boolean includePossible) {
		return new ServiceQuestion(from, to, checked("maxSteps", maxSteps, DEFAULT_STEPS, MOST_STEPS),
				checked("maxChains", maxChains, DEFAULT_CHAINS, MOST_CHAINS),
				checked("minimumDays", minimumDays, 1, Integer.MAX_VALUE), Boolean.TRUE.equals(includePossible));
	}

	/**
	 * Whether two people served together for long enough.
	 */
	boolean isEnough(SharedService shared) {
		if (shared.certainDays() >= this.minimumDays) {
			return true;
		}
		Integer possible = shared.possibleDays();
		return this.includePossible && (possible == null || possible >= this.minimumDays);
	}

	private static int checked(String name, @Nullable Integer number, int otherwise, int most) {
		if (number == null) {
			return otherwise;
		}
		if (number < 1 || number > most) {
			throw new BadRequestException((most < Integer.MAX_VALUE)
					? "'%s' takes a number from 1 to %d; this is %d".formatted(name, most, number)
					: "'%s' takes a number of days from 1 on; this is %d".formatted(name, number));
		}
		return number;
	}

}

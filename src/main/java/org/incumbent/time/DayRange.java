package org.incumbent.time;

import org.jspecify.annotations.Nullable;

/**
 * How many days a period lasted, as far as the sources allow to say, first and last day
 * included.
 *
 * @param least days at least, never negative; 0 where nothing shows that it began
 * @param most days at most, null where its end or its start is open
 */
public record DayRange(int least, @Nullable Integer most) {

	public DayRange {
		if (least < 0 || (most != null && most < least)) {
			throw new IllegalArgumentException(
					"Days run from 0 or more to at least as many, not from " + least + " to " + most);
		}
	}

}

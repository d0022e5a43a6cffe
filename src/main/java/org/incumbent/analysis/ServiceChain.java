package org.incumbent.analysis;

import java.util.List;

/**
 * A way from one person to another in which each served with the next.
 */
record ServiceChain(List<SharedService> steps) {

	ServiceChain {
		steps = List.copyOf(steps);
	}

	/**
	 * The certain days of the step that has the fewest.
	 */
	public int certainDays() {
		return this.steps.stream().mapToInt(SharedService::certainDays).min().orElse(0);
	}

}

package org.incumbent.graphql;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was found for a {@link Want}, or why it could not be.
 *
 * @param answers by key, null if it could not be found
 * @param failure null if it could
 */
record Found(@Nullable Map<Object, Object> answers, @Nullable RuntimeException failure) {

	/** Nobody has looked for it. */
	static final Found NOT = new Found(null, null);

	static List<Found> of(List<Want> wants) {
		return wants.stream().map(Found::of).toList();
	}

	static Found of(Want want) {
		try {
			return new Found(want.find().apply(want.keys()), null);
		}
		catch (RuntimeException ex) {
			return new Found(null, ex);
		}
	}

	/**
	 * The answers, or else the failure thrown.
	 */
	Map<Object, Object> get() {
		if (this.answers == null) {
			throw (this.failure != null) ? this.failure : new IllegalStateException("Nobody has looked for it");
		}
		return this.answers;
	}

}

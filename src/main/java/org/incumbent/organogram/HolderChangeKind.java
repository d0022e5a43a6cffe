package org.incumbent.organogram;

import org.incumbent.time.Certainty;

/**
 * What became of somebody's hold on a role between two days.
 */
enum HolderChangeKind {

	ARRIVED, LEFT, BECAME_CERTAIN, BECAME_POSSIBLE, STAYED;

	/**
	 * The change from one certainty to another.
	 * @throws IllegalArgumentException if the role was held on neither day
	 */
	static HolderChangeKind of(Certainty before, Certainty after) {
		return switch (before) {
			case NO -> switch (after) {
				case CERTAIN, POSSIBLE -> ARRIVED;
				case NO -> throw new IllegalArgumentException("Held on neither day");
			};
			case CERTAIN -> switch (after) {
				case CERTAIN -> STAYED;
				case POSSIBLE -> BECAME_POSSIBLE;
				case NO -> LEFT;
			};
			case POSSIBLE -> switch (after) {
				case CERTAIN -> BECAME_CERTAIN;
				case POSSIBLE -> STAYED;
				case NO -> LEFT;
			};
		};
	}

}

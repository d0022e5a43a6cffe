package org.incumbent.release;

/**
 * What makes a recorded fact suspicious, though it may be right.
 */
enum SuspicionRule {

	OVERLAPPING_HOLDERS, GAP_BETWEEN_HOLDERS, SHORT_TENURE, LONG_TENURE, TWO_FULL_TIME_ROLES, MISMATCHED_ATTRIBUTION,
	SECONDARY_START, SECONDARY_END

}

package org.incumbent.appointment;

/**
 * How somebody holds a role.
 */
public enum Capacity {

	SUBSTANTIVE, INTERIM, ACTING, DESIGNATE, SECONDED, UNKNOWN;

	/**
	 * Whether the holder only bridges the time until the role is filled.
	 */
	boolean standsIn() {
		return switch (this) {
			case INTERIM, ACTING, DESIGNATE -> true;
			case SUBSTANTIVE, SECONDED, UNKNOWN -> false;
		};
	}

}

package org.incumbent.organisation;

/**
 * What sort of body an organisation is.
 */
public enum OrganisationKind {

	DEPARTMENT, ARMS_LENGTH_BODY, REGULATOR, STRATEGIC_HEALTH_AUTHORITY, PRIMARY_CARE_TRUST, NHS_TRUST,
	FOUNDATION_TRUST, COMMISSIONER, PARTNERSHIP, MEMBERSHIP_BODY, THINK_TANK, COMPANY, CHARITY, PUBLISHER, PARLIAMENT,
	SECTOR, OTHER;

	/**
	 * Whether such a body acts for the whole country rather than for a place, a trade or
	 * itself.
	 */
	public boolean isNational() {
		return switch (this) {
			case DEPARTMENT, ARMS_LENGTH_BODY, REGULATOR, MEMBERSHIP_BODY, THINK_TANK -> true;
			case STRATEGIC_HEALTH_AUTHORITY, PRIMARY_CARE_TRUST, NHS_TRUST, FOUNDATION_TRUST, COMMISSIONER, PARTNERSHIP,
					COMPANY, CHARITY, PUBLISHER, PARLIAMENT, SECTOR, OTHER ->
				false;
		};
	}

}

package org.incumbent.organisation;

import java.util.Objects;

import org.incumbent.naming.IdentifierInput;
import org.jspecify.annotations.Nullable;

/**
 * What to find an organisation by: exactly one of these.
 */
public record OrganisationBy(@Nullable String id, @Nullable String slug, @Nullable String odsCode,
		@Nullable IdentifierInput identifier) {

	private static final String ODS = "ods";

	IdentifierInput code() {
		if (this.identifier != null) {
			return this.identifier;
		}
		return new IdentifierInput(ODS, Objects.requireNonNull(this.odsCode));
	}

}

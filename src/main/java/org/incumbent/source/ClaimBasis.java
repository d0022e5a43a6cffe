package org.incumbent.source;

/**
 * How a source supports a value.
 */
public enum ClaimBasis {

	STATED, ANNOUNCED, INFERRED, OBSERVED

}

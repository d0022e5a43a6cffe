package org.incumbent.naming;

/**
 * What sort of name a dated name is.
 */
public enum NameKind {

	LEGAL, OPERATING, SHORT, FORMER, PRINTED, OTHER

}

package org.incumbent.lineage;

/**
 * By which of its dates a change of organisations counts: since when it is so in law, or
 * since when they work so.
 */
public enum Calendar {

	LEGAL, OPERATIONAL

}

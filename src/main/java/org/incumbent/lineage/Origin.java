package org.incumbent.lineage;

/**
 * That one body went into another, by way of others or directly.
 *
 * @param change the key of a change by which a way to the later body left the earlier one
 */
public record Origin(String from, String to, String change) {

}

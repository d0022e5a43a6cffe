package org.incumbent.lineage;

/**
 * That one body went into another, by way of others or directly.
 *
 * @param distance over how many changes on a shortest way, 1 or more
 * @param first the key of the change by which it left the earlier body, on a shortest way
 * @param last the key of the change by which it reached the later body, on a shortest way
 */
public record Descent(String from, String to, int distance, String first, String last) {

}

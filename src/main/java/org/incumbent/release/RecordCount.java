package org.incumbent.release;

/**
 * How many records of one GraphQL type the release holds.
 */
record RecordCount(String type, int count) {

}

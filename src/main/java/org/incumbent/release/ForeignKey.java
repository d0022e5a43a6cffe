package org.incumbent.release;

/**
 * A column whose values are ids of a table's rows.
 */
record ForeignKey(String column, String table) {

}

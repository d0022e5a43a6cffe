package org.incumbent.release;

/**
 * A column whose values are the keys of another table.
 */
record ForeignKey(String column, String table, String referencedColumn) {

}

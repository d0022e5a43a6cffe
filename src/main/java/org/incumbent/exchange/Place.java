package org.incumbent.exchange;

/**
 * Where something stands.
 *
 * @param source the key of the source
 * @param locator the place in the source, as citations have it
 * @param origin the file and the line that were read
 */
record Place(String source, String locator, String origin) {

}

package org.incumbent.naming;

/**
 * A code of another register to look a record up by.
 */
public record IdentifierInput(String scheme, String value) {

}

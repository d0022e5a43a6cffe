package org.incumbent.quote;

/**
 * Somebody whom the source describes without naming them.
 */
public record UnnamedSpeaker(String description) {

}

package org.incumbent.quote;

/**
 * How a source gives somebody's words: as whole sentences, as words inside its own
 * sentence, or as reported speech.
 */
public enum QuoteForm {

	DIRECT, FRAGMENT, REPORTED

}

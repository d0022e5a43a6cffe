package org.incumbent.quote;

/**
 * How the words reached the source.
 */
public enum QuoteChannel {

	STATEMENT, INTERVIEW, LETTER, SPEECH, HEARING, SOCIAL_MEDIA, UNKNOWN

}

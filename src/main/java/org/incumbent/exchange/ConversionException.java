package org.incumbent.exchange;

/**
 * What was to be converted is not what it was said to be; the message says what is wrong
 * and what is expected.
 */
public final class ConversionException extends RuntimeException {

	ConversionException(String message) {
		super(message);
	}

}

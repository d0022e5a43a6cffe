package org.incumbent.graphql;

/**
 * An argument that cannot be answered; its message tells the client what to send instead
 * and is shown as it is.
 */
public class BadRequestException extends RuntimeException {

	public BadRequestException(String message) {
		super(message);
	}

}

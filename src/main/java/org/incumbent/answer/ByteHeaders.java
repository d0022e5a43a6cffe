package org.incumbent.answer;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes headers of a response as the bytes that are sent: a server that takes them as
 * text takes longer to encode a few of them than to find an answer that is ready.
 */
@FunctionalInterface
public interface ByteHeaders {

	/**
	 * Adds a header.
	 * @param name the bytes are the receiver's afterwards, as are those of the value
	 */
	void add(byte[] name, byte[] value);

	/**
	 * Lets the headers of the response to a request go here.
	 */
	default void attachTo(HttpServletRequest request) {
		request.setAttribute(ByteHeaders.class.getName(), this);
	}

	/**
	 * Where the headers of the response to a request go, null if they are taken as text
	 * only.
	 */
	static @Nullable ByteHeaders of(HttpServletRequest request) {
		return (request.getAttribute(ByteHeaders.class.getName()) instanceof ByteHeaders headers) ? headers : null;
	}

}

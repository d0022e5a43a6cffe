package org.incumbent.answer;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The headers of a request.
 */
public final class SentHeaders {

	private SentHeaders() {
	}

	/**
	 * All values of a header in the order in which they came; empty if it did not come.
	 */
	public static List<String> of(HttpServletRequest request, String name) {
		Enumeration<String> values = request.getHeaders(name);
		if (!values.hasMoreElements()) {
			return List.of();
		}
		String first = values.nextElement();
		if (!values.hasMoreElements()) {
			return List.of(first);
		}
		List<String> all = Collections.list(values);
		all.add(0, first);
		return all;
	}

}

package org.incumbent.web;

import java.util.List;

import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.http.MimeHeaders;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A header that is the same in every response, as the bytes that are sent: Tomcat takes
 * longer to encode five of them than many an answer takes to be made.
 */
final class FixedHeader {

	private final String text;

	private final byte[] name;

	private final byte[] value;

	FixedHeader(String name, String value) {
		this.text = name;
		this.name = name.getBytes(ISO_8859_1);
		this.value = value.getBytes(ISO_8859_1);
	}

	/**
	 * Adds some to a response that does not have them yet: Tomcat comes by here again for
	 * the second half of a request.
	 */
	static void add(List<FixedHeader> some, Response response) {
		MimeHeaders headers = response.getCoyoteResponse().getMimeHeaders();
		if (headers.getValue(some.get(0).text) != null) {
			return;
		}
		for (FixedHeader header : some) {
			// copies, since Tomcat writes into these arrays when it uses them again
			byte[] name = header.name.clone();
			byte[] value = header.value.clone();
			headers.addValue(name, 0, name.length).setBytes(value, 0, value.length);
		}
	}

}

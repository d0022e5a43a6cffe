package org.incumbent.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.incumbent.answer.ByteHeaders;
import org.incumbent.answer.HeaderLine;

/**
 * Lets whoever answers hand its headers over as bytes, the valves after it too.
 */
final class HeadersAsBytes extends ValveBase {

	HeadersAsBytes() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		MimeHeaders headers = response.getCoyoteResponse().getMimeHeaders();
		ByteHeaders bytes = (name, value) -> headers.addValue(name, 0, name.length).setBytes(value, 0, value.length);
		bytes.attachTo(request);
		getNext().invoke(request, response);
	}

	/**
	 * Adds headers that are the same in every response, unless it has them: Tomcat comes
	 * by here again for the second half of a request.
	 */
	static void addOnce(List<HeaderLine> lines, Request request, Response response) {
		if (response.getHeader(lines.get(0).name()) == null) {
			ByteHeaders bytes = ByteHeaders.of(request);
			lines.forEach((line) -> line.addTo(response, bytes));
		}
	}

}

package org.incumbent.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.incumbent.answer.ByteHeaders;

/**
 * Lets whoever answers hand its headers over as bytes.
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

}

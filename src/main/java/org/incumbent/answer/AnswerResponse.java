package org.incumbent.answer;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A response, which is sent without its headers being collected in a map first.
 */
public final class AnswerResponse implements ServerResponse {

	private final HttpStatus status;

	private final List<HeaderLine> lines;

	private final List<HeaderLine> own;

	private final @Nullable MediaType type;

	private final byte[] bytes;

	private final boolean headOnly;

	/**
	 * A response.
	 * @param lines the headers beside the type and the length, in the order in which they
	 * are sent
	 * @param own those that depend on who gets it, sent after the others
	 * @param type null where there is no body
	 * @param headOnly whether only the headers of the body are sent
	 */
	AnswerResponse(HttpStatus status, List<HeaderLine> lines, List<HeaderLine> own, @Nullable MediaType type,
			byte[] bytes, boolean headOnly) {
		this.status = status;
		this.lines = lines;
		this.own = own;
		this.type = type;
		this.bytes = bytes;
		this.headOnly = headOnly;
	}

	@Override
	public HttpStatusCode statusCode() {
		return this.status;
	}

	@Override
	public HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		this.lines.forEach((line) -> headers.add(line.name(), line.value()));
		this.own.forEach((line) -> headers.add(line.name(), line.value()));
		if (this.type != null) {
			headers.setContentType(this.type);
			headers.setContentLength(this.bytes.length);
		}
		return HttpHeaders.readOnlyHttpHeaders(headers);
	}

	@Override
	public MultiValueMap<String, Cookie> cookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
			throws IOException {
		send(request, response);
		return null;
	}

	/**
	 * Sends it; a long body may be under way for longer than this takes.
	 */
	public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(this.status.value());
		ByteHeaders bytes = ByteHeaders.of(request);
		send(this.lines, response, bytes);
		send(this.own, response, bytes);
		if (this.type != null) {
			response.setContentType(this.type.toString());
			response.setContentLengthLong(this.bytes.length);
		}
		if (this.type != null && !this.headOnly) {
			OutgoingBody.send(request, response, this.bytes);
		}
	}

	private static void send(List<HeaderLine> lines, HttpServletResponse response, @Nullable ByteHeaders bytes) {
		for (HeaderLine line : lines) {
			line.addTo(response, bytes);
		}
	}

}

package org.incumbent.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerResponseTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final List<String> bytes = new ArrayList<>();

	@Test
	void headersGoAsBytesWhereTheyCan() throws IOException {
		takeBytes();
		send("2026.11");
		assertThat(this.bytes).containsExactly("Dataset-Release: 2026.11");
		assertThat(this.response.getHeader("Dataset-Release")).isNull();
		assertThat(this.response.getContentAsString()).isEqualTo("{}");
	}

	@Test
	void bytesOfOneResponseAreNotThoseOfTheNext() throws IOException {
		ByteHeaders overwriting = (name, value) -> {
			this.bytes.add(new String(name, US_ASCII) + ": " + new String(value, US_ASCII));
			Arrays.fill(name, (byte) '-');
			Arrays.fill(value, (byte) '-');
		};
		overwriting.attachTo(this.request);
		HeaderLine line = new HeaderLine("Dataset-Release", "2026.11");
		for (int i = 0; i < 2; i++) {
			new AnswerResponse(HttpStatus.NOT_MODIFIED, List.of(line), List.of(), null, new byte[0], false)
				.send(this.request, this.response);
		}
		assertThat(this.bytes).containsExactly("Dataset-Release: 2026.11", "Dataset-Release: 2026.11");
	}

	@Test
	void otherwiseTheyGoAsText() throws IOException {
		send("2026.11");
		assertThat(this.response.getHeader("Dataset-Release")).isEqualTo("2026.11");
	}

	@Test
	void whatIsNotPrintableIsLeftToTheServer() throws IOException {
		takeBytes();
		send("2026\t11");
		send("2026\u201311");
		assertThat(this.bytes).isEmpty();
		assertThat(this.response.getHeaders("Dataset-Release")).containsExactly("2026\t11", "2026\u201311");
	}

	private void takeBytes() {
		ByteHeaders taken = (name, value) -> this.bytes
			.add(new String(name, US_ASCII) + ": " + new String(value, US_ASCII));
		taken.attachTo(this.request);
	}

	private void send(String release) throws IOException {
		new AnswerResponse(HttpStatus.OK, List.of(new HeaderLine("Dataset-Release", release)), List.of(),
				MediaType.APPLICATION_JSON, "{}".getBytes(US_ASCII), false)
			.send(this.request, this.response);
	}

}

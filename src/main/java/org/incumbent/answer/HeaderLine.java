package org.incumbent.answer;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A header of responses, as text and as the bytes that are sent, since it is sent more
 * often than it is made.
 */
public final class HeaderLine {

	private final String name;

	private final String value;

	private final byte[] nameBytes;

	/** Null if they cannot be sent as they are: a release names itself as it likes. */
	private final byte @Nullable [] valueBytes;

	public HeaderLine(String name, String value) {
		this.name = name;
		this.value = value;
		this.nameBytes = name.getBytes(US_ASCII);
		this.valueBytes = isPrintable(value) ? value.getBytes(US_ASCII) : null;
	}

	public String name() {
		return this.name;
	}

	String value() {
		return this.value;
	}

	/**
	 * Adds it to a response.
	 * @param bytes where headers of the response go as bytes, null if they are taken as
	 * text only
	 */
	public void addTo(HttpServletResponse response, @Nullable ByteHeaders bytes) {
		if (bytes != null && this.valueBytes != null) {
			bytes.add(this.nameBytes.clone(), this.valueBytes.clone());
		}
		else {
			response.addHeader(this.name, this.value);
		}
	}

	private static boolean isPrintable(String value) {
		return value.chars().allMatch((character) -> character >= ' ' && character <= '~');
	}

}

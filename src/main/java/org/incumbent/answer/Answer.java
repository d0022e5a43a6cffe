package org.incumbent.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * An answer as it is sent: its status, its bytes, and what names them.
 */
public final class Answer {

	/** Bytes; shorter ones do not get shorter by much. */
	private static final int WORTH_COMPRESSING = 1_000;

	/** Bytes that an answer takes in memory beside those that are sent, about. */
	private static final int OVERHEAD = 800;

	private static final int TAG_BYTES = 18;

	private static final byte[] NONE = {};

	private final HttpStatus status;

	private final MediaType type;

	private final byte[] bytes;

	/** Null if the answer does not last. */
	private final @Nullable HeaderLine tag;

	/** Names the bytes when they are compressed; null if the answer does not last. */
	private final @Nullable HeaderLine compressedTag;

	/** Empty if there is none, null until somebody takes it. */
	private volatile byte @Nullable [] gzip;

	private Answer(HttpStatus status, MediaType type, byte[] bytes, @Nullable String tag) {
		this.status = status;
		this.type = type;
		this.bytes = bytes;
		this.tag = (tag != null) ? quoted(tag) : null;
		this.compressedTag = (tag != null) ? quoted(tag + "-gzip") : null;
	}

	/**
	 * An answer without errors, which holds as long as its release is kept.
	 */
	public static Answer lasting(MediaType type, byte[] bytes) {
		return new Answer(HttpStatus.OK, type, bytes, tag(bytes));
	}

	/**
	 * An answer that may be another one the next time, as those with errors are.
	 */
	public static Answer passing(HttpStatus status, MediaType type, byte[] bytes) {
		return new Answer(status, type, bytes, null);
	}

	/**
	 * Named for the bytes, so that two answers have the same name only if they are the
	 * same.
	 */
	private static String tag(byte[] bytes) {
		byte[] sum = AnswerKey.sha256().digest(bytes);
		return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sum, TAG_BYTES));
	}

	private static HeaderLine quoted(String tag) {
		return new HeaderLine(HttpHeaders.ETAG, '"' + tag + '"');
	}

	private static byte[] compressed(byte[] bytes) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

	public HttpStatus status() {
		return this.status;
	}

	MediaType type() {
		return this.type;
	}

	/**
	 * Whether the same question gets the same answer again.
	 */
	public boolean isLasting() {
		return this.tag != null;
	}

	/**
	 * What names the bytes, null if the answer does not last.
	 */
	@Nullable HeaderLine tag(boolean compressed) {
		return compressed ? this.compressedTag : this.tag;
	}

	/**
	 * The one of its names that is written like this, in quotation marks; null if none
	 * is.
	 */
	@Nullable HeaderLine tag(String written) {
		if (this.tag != null && this.tag.value().equals(written)) {
			return this.tag;
		}
		return (this.compressedTag != null && this.compressedTag.value().equals(written)) ? this.compressedTag : null;
	}

	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * The bytes compressed, null if that is not worth it: then they would take more than
	 * half as many.
	 */
	byte @Nullable [] gzip() {
		byte[] made = this.gzip;
		if (made == null) {
			made = (this.tag == null || this.bytes.length < WORTH_COMPRESSING) ? NONE : compressed(this.bytes);
			made = (2 * made.length <= this.bytes.length) ? made : NONE;
			this.gzip = made;
		}
		return (made.length > 0) ? made : null;
	}

	/**
	 * The bytes that it takes in memory at most, about.
	 */
	int weight() {
		return OVERHEAD + this.bytes.length + ((this.bytes.length < WORTH_COMPRESSING) ? 0 : this.bytes.length / 2);
	}

}

package org.incumbent.graphql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

/**
 * The body of a request that comes in as slowly as it likes: no thread waits for it.
 */
final class IncomingBody implements ReadListener {

	/**
	 * Bytes beyond the limit that are taken and thrown away, since a client that is still
	 * sending may not see an answer.
	 */
	private static final int THROWN_AWAY = 2_000_000;

	private static final int BUFFER = 8_192;

	private final ServletInputStream input;

	private final int limit;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final byte[] buffer = new byte[BUFFER];

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

	private long length;

	IncomingBody(HttpServletRequest request, int limit) throws IOException {
		this.input = request.getInputStream();
		this.limit = limit;
	}

	/**
	 * Whether all of a body has come in, so that it can be read without waiting.
	 */
	static boolean isHere(HttpServletRequest request, int limit) throws IOException {
		long length = request.getContentLengthLong();
		return length >= 0 && length <= limit && request.getInputStream().available() >= length;
	}

	/**
	 * The whole body, as soon as it is here, or a {@link RefusedRequestException} if it
	 * is too long.
	 */
	CompletableFuture<byte[]> whole() {
		return this.whole;
	}

	/**
	 * Begins to listen; the request has to be asynchronous by now.
	 */
	void listen() {
		this.input.setReadListener(this);
	}

	@Override
	public void onDataAvailable() throws IOException {
		while (!this.whole.isDone() && this.input.isReady() && !this.input.isFinished()) {
			int read = this.input.read(this.buffer);
			if (read < 0) {
				return;
			}
			this.length += read;
			if (this.length <= this.limit) {
				this.bytes.write(this.buffer, 0, read);
			}
			if (this.length > THROWN_AWAY) {
				this.whole.completeExceptionally(tooLong());
			}
		}
	}

	@Override
	public void onAllDataRead() {
		if (this.length > this.limit) {
			this.whole.completeExceptionally(tooLong());
			return;
		}
		this.whole.complete(this.bytes.toByteArray());
	}

	@Override
	public void onError(Throwable failure) {
		this.whole.completeExceptionally(late());
	}

	private RefusedRequestException tooLong() {
		return tooLong(this.length, this.limit);
	}

	static RefusedRequestException tooLong(long length, int limit) {
		return new RefusedRequestException(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.LIMIT_EXCEEDED,
				"The body has %,d bytes or more; this server takes at most %,d: send a shorter query or fewer variables"
					.formatted(length, limit));
	}

	static RefusedRequestException late() {
		return new RefusedRequestException(HttpStatus.REQUEST_TIMEOUT,
				"The body did not come in in time: send it at once");
	}

}

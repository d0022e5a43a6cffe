package org.incumbent.graphql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * The body of a request that comes in as slowly as it likes: no thread waits for it.
 */
final class IncomingBody implements ReadListener {

	/**
	 * Bytes that are taken of a body that is too long, and thrown away, since a client
	 * that is still sending may not see an answer.
	 */
	private static final int THROWN_AWAY = 2_000_000;

	private static final int BUFFER = 8_192;

	private final ServletInputStream input;

	private final int limit;

	/** One permit for each byte that all bodies may keep beyond their first pieces. */
	private final Semaphore memory;

	/** Bytes that the client says it sends, -1 if it does not say. */
	private final long declared;

	private ByteArrayOutputStream bytes;

	private final byte[] buffer;

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

	private long length;

	/** Permits that this body has of the memory. */
	private int held;

	private boolean closed;

	/** Whether there was no memory for it, and the rest of it is thrown away. */
	private boolean refused;

	IncomingBody(HttpServletRequest request, int limit, Semaphore memory) throws IOException {
		this.input = request.getInputStream();
		this.limit = limit;
		this.memory = memory;
		this.declared = request.getContentLengthLong();
		int piece = (this.declared < 0) ? BUFFER : (int) Math.min(this.declared, BUFFER);
		this.bytes = new ByteArrayOutputStream(piece);
		this.buffer = new byte[piece];
	}

	/**
	 * All of the body if it has come in already, as the bodies of queries mostly have;
	 * else null, and it can be listened to.
	 */
	byte @Nullable [] ifHere() throws IOException {
		if (this.declared < 0 || this.declared > this.limit) {
			return null;
		}
		// Tomcat does not tell how much there is, only that there is some
		while (this.length < this.declared && this.input.available() > 0 && take()) {
			// goes on
		}
		return (this.length == this.declared) ? this.bytes.toByteArray() : null;
	}

	/**
	 * The whole body, as soon as it is here, or a {@link RefusedRequestException} if it
	 * is too long or there is no memory for it.
	 */
	CompletableFuture<byte[]> whole() {
		return this.whole;
	}

	/**
	 * Begins to listen; the request has to be asynchronous by now.
	 */
	void listen() {
		keep();
		this.input.setReadListener(this);
	}

	/**
	 * Holds memory for what is beyond the first piece, or throws all of it away.
	 */
	private synchronized void keep() {
		int more = Math.max(0, this.bytes.size() - BUFFER) - this.held;
		if (this.refused || more <= 0) {
			return;
		}
		if (!this.closed && this.memory.tryAcquire(more)) {
			this.held += more;
			return;
		}
		this.refused = true;
		// a stream that is only emptied keeps its memory
		this.bytes = new ByteArrayOutputStream(0);
		giveBack();
	}

	private void giveBack() {
		this.memory.release(this.held);
		this.held = 0;
	}

	/**
	 * Gives its memory back; nobody wants it any more.
	 */
	synchronized void close() {
		this.closed = true;
		giveBack();
	}

	@Override
	public void onDataAvailable() throws IOException {
		while (!this.whole.isDone() && this.input.isReady() && !this.input.isFinished()) {
			if (!take()) {
				return;
			}
			keep();
			if (this.length > THROWN_AWAY) {
				this.whole.completeExceptionally(tooLong());
			}
		}
	}

	/**
	 * Takes what can be read at once.
	 * @return whether the body had not come to its end
	 */
	private boolean take() throws IOException {
		int read = this.input.read(this.buffer);
		if (read < 0) {
			return false;
		}
		this.length += read;
		if (this.length <= this.limit && !this.refused) {
			this.bytes.write(this.buffer, 0, read);
		}
		return true;
	}

	@Override
	public void onAllDataRead() {
		if (this.length > this.limit) {
			this.whole.completeExceptionally(tooLong());
		}
		else if (this.refused) {
			this.whole.completeExceptionally(tooManyAtOnce());
		}
		else {
			this.whole.complete(this.bytes.toByteArray());
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.whole.completeExceptionally(late());
	}

	private RefusedRequestException tooLong() {
		String figure = (this.declared < 0) ? "%,d bytes or more".formatted(this.length)
				: "%,d bytes".formatted(this.declared);
		return new RefusedRequestException(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.LIMIT_EXCEEDED,
				"The body has %s; this server takes at most %,d: send a shorter query or fewer variables"
					.formatted(figure, this.limit));
	}

	private static RefusedRequestException tooManyAtOnce() {
		return new RefusedRequestException(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.OVERLOADED,
				"Too many long bodies are coming in slowly: send this again in a second");
	}

	static RefusedRequestException late() {
		return new RefusedRequestException(HttpStatus.REQUEST_TIMEOUT,
				"The body did not come in in time: send it at once");
	}

}

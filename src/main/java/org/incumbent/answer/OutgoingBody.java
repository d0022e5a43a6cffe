package org.incumbent.answer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A body that is taken as slowly as whoever gets it reads: no thread waits for that.
 */
final class OutgoingBody implements WriteListener, AsyncListener {

	/**
	 * Bytes that the system takes off our hands, however slowly somebody reads, unless it
	 * has taken many of them for the same connection.
	 */
	static final int AT_ONCE = 16_384;

	/** Tomcat keeps a copy of so many until they are taken. */
	private static final int PIECE = 32_768;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	/**
	 * For bodies that are not taken at once, a permit for each byte; each reader of the
	 * same bytes needs them.
	 */
	private static final Semaphore MEMORY = new Semaphore(
			(int) Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE));

	private final AsyncContext context;

	private final ServletOutputStream output;

	private final byte[] bytes;

	private final Semaphore memory;

	/** When it is cut off, in the nanoseconds of the system. */
	private final long last;

	private int sent;

	private boolean flushed;

	private boolean held;

	private boolean ended;

	private OutgoingBody(AsyncContext context, ServletOutputStream output, byte[] bytes, Semaphore memory,
			Duration longest) {
		this.last = System.nanoTime() + longest.toNanos();
		this.context = context;
		this.output = output;
		this.bytes = bytes;
		this.memory = memory;
	}

	/**
	 * Sends a body; the request may be under way for longer than this takes.
	 */
	static void send(HttpServletRequest request, HttpServletResponse response, byte[] bytes) throws IOException {
		send(request, response, bytes, MEMORY, LONGEST);
	}

	/**
	 * Sends a body.
	 * @param memory permits for the bytes of all bodies that are not taken at once; one
	 * that gets none is cut off
	 * @param longest how long a body may take until it is cut off; one of which nothing
	 * is taken is by Tomcat, after its {@code connection-timeout}
	 */
	static void send(HttpServletRequest request, HttpServletResponse response, byte[] bytes, Semaphore memory,
			Duration longest) throws IOException {
		ServletOutputStream output = response.getOutputStream();
		if (bytes.length <= AT_ONCE) {
			output.write(bytes);
			return;
		}
		AsyncContext context = request.startAsync();
		// Tomcat would end it with an error page, in the middle of the body
		context.setTimeout(0);
		OutgoingBody body = new OutgoingBody(context, output, bytes, memory, longest);
		context.addListener(body);
		output.setWriteListener(body);
	}

	@Override
	public void onWritePossible() throws IOException {
		if (System.nanoTime() - this.last >= 0) {
			throw new IOException("The answer was not taken in time");
		}
		while (this.output.isReady()) {
			int piece = Math.min(PIECE, this.bytes.length - this.sent);
			if (piece > 0) {
				this.output.write(this.bytes, this.sent, piece);
				this.sent += piece;
			}
			else if (!this.flushed) {
				// or a thread would wait until the end is taken
				this.output.flush();
				this.flushed = true;
			}
			else {
				this.context.complete();
				return;
			}
		}
		if (!hold()) {
			throw new IOException("Too many take their answers slowly");
		}
	}

	private synchronized boolean hold() {
		if (!this.held && !this.ended) {
			this.held = this.memory.tryAcquire(this.bytes.length);
			return this.held;
		}
		return true;
	}

	private synchronized void end() {
		if (this.held) {
			this.memory.release(this.bytes.length);
		}
		this.held = false;
		this.ended = true;
	}

	@Override
	public void onError(Throwable failure) {
		end();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// there is none
	}

	/**
	 * Closes the connection, since the rest is not coming; without this Tomcat would add
	 * an error page to what has been sent.
	 */
	@Override
	public void onError(AsyncEvent event) {
		end();
		this.context.complete();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// nobody starts it again
	}

}

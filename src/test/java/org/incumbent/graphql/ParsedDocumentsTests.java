package org.incumbent.graphql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import org.incumbent.store.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A query is parsed once however many send it at once, and nobody waits for another
 * query.
 */
@Timeout(60)
class ParsedDocumentsTests {

	private final ParsedDocuments documents = new ParsedDocuments();

	private final AtomicInteger parsed = new AtomicInteger();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch gate = new CountDownLatch(1);

	@Test
	void whatManySendAtOnceIsParsedOnce() throws Exception {
		CompletableFuture<PreparsedDocumentEntry> first = inAThread("{ a }", this::slowly);
		this.begun.await();
		Thread[] threads = new Thread[5];
		List<CompletableFuture<PreparsedDocumentEntry>> others = new ArrayList<>();
		for (int i = 0; i < threads.length; i++) {
			CompletableFuture<PreparsedDocumentEntry> other = new CompletableFuture<>();
			others.add(other);
			threads[i] = new Thread(() -> other.complete(get("{ a }", this::atOnce)));
			threads[i].start();
		}
		for (Thread thread : threads) {
			while (thread.getState() != Thread.State.WAITING) {
				Thread.sleep(1);
			}
		}
		this.gate.countDown();
		assertThat(others).allSatisfy((other) -> assertThat(other.join()).isSameAs(first.join()));
		assertThat(get("{ a }", this::atOnce)).isSameAs(first.join());
		assertThat(this.parsed).hasValue(1);
		assertThat(this.documents.size()).isOne();
	}

	/**
	 * Both have the same hash, so that a table has them in one place.
	 */
	@Test
	void nobodyWaitsForAnotherQuery() throws Exception {
		assertThat("{ Aa }".hashCode()).isEqualTo("{ BB }".hashCode());
		CompletableFuture<PreparsedDocumentEntry> slow = inAThread("{ Aa }", this::slowly);
		this.begun.await();
		assertThat(get("{ BB }", this::atOnce).hasErrors()).isFalse();
		assertThat(slow).isNotDone();
		this.gate.countDown();
		slow.join();
		assertThat(this.parsed).hasValue(2);
	}

	@Test
	void whoseTimeIsOverWaitsNoLonger() throws Exception {
		CompletableFuture<PreparsedDocumentEntry> slow = inAThread("{ a }", this::slowly);
		this.begun.await();
		try (Deadline deadline = Deadline.in(Duration.ofMillis(50))) {
			assertThatThrownBy(() -> deadline.during(() -> get("{ a }", this::atOnce)))
				.isInstanceOf(AbortExecutionException.class);
		}
		assertThat(slow).isNotDone();
		this.gate.countDown();
		assertThat(get("{ a }", this::atOnce)).isSameAs(slow.join());
	}

	/**
	 * Ten of these fit.
	 */
	@Test
	void whatIsKeptTakesNoMoreThanItMay() {
		String comment = "#" + "x".repeat(79_000);
		for (int i = 0; i < 40; i++) {
			assertThat(get("{ a" + i + " } " + comment, this::atOnce).hasErrors()).isFalse();
			assertThat(this.documents.size()).isBetween(1L, 10L);
		}
		assertThat(this.parsed).hasValue(40);
		assertThat(this.documents.size()).isGreaterThan(5);
	}

	@Test
	void whatIsNotValidIsNotKept() {
		PreparsedDocumentEntry wrong = new PreparsedDocumentEntry(
				List.of(GraphqlErrorBuilder.newError().message("wrong").build()));
		for (int i = 1; i <= 2; i++) {
			assertThat(get("{ a }", (input) -> {
				this.parsed.incrementAndGet();
				return wrong;
			})).isSameAs(wrong);
			assertThat(this.parsed).hasValue(i);
			assertThat(this.documents.size()).isZero();
		}
	}

	@Test
	void whoeverWaitsForAFailureParsesItThemselves() throws Exception {
		CompletableFuture<PreparsedDocumentEntry> failing = inAThread("{ a }", (input) -> {
			slowly(input);
			throw new AbortExecutionException("too large");
		});
		this.begun.await();
		CompletableFuture<PreparsedDocumentEntry> other = inAThread("{ a }", this::atOnce);
		this.gate.countDown();
		assertThatThrownBy(failing::join).hasCauseInstanceOf(AbortExecutionException.class);
		assertThat(other.join().hasErrors()).isFalse();
		assertThat(this.parsed).hasValue(2);
	}

	private CompletableFuture<PreparsedDocumentEntry> inAThread(String query,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		return CompletableFuture.supplyAsync(() -> get(query, parse), (work) -> new Thread(work).start());
	}

	private PreparsedDocumentEntry get(String query, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		return this.documents.getDocumentAsync(ExecutionInput.newExecutionInput(query).build(), parse).join();
	}

	private PreparsedDocumentEntry slowly(ExecutionInput input) {
		this.begun.countDown();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return atOnce(input);
	}

	private PreparsedDocumentEntry atOnce(ExecutionInput input) {
		this.parsed.incrementAndGet();
		return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
	}

}

package org.incumbent.answer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests are remembered as long as their answer is, and weigh something.
 */
class AnswersTests {

	private static final int LENGTH = 600;

	private static final int MOST = 100_000;

	private static final Reply REPLY = reply(answer(), "2026.1");

	private final Answers answers = answers(MOST);

	@Test
	void aRequestLeadsToItsAnswerAndToWhatIsSaidWithIt() {
		SentRequest request = request(1);
		assertThat(this.answers.find(request)).isNull();
		Reply reply = reply(give(1), "2026.1");
		this.answers.remember(request, key(1), reply);
		assertThat(this.answers.find(request)).isSameAs(reply);
		assertThat(this.answers.find(request(2))).isNull();
	}

	@Test
	void nothingIsRememberedOfAnAnswerThatIsNotReady() {
		this.answers.remember(request(1), key(1), REPLY);
		CompletableFuture<Answer> unused = this.answers.get(key(2), () -> CompletableFuture
			.completedFuture(Answer.passing(HttpStatus.OK, MediaType.APPLICATION_JSON, new byte[LENGTH])));
		this.answers.remember(request(2), key(2), REPLY);
		assertThat(this.answers.requests()).isZero();
		assertThat(this.answers.weight()).isZero();
	}

	@Test
	void whoeverAsksNextIsAnsweredWhateverWentWrongBefore() {
		CompletableFuture<Answer> failed = this.answers.get(key(1), () -> {
			throw new OutOfMemoryError("as from the virtual machine");
		});
		assertThat(failed).isCompletedExceptionally();
		assertThat(this.answers.get(key(1), () -> CompletableFuture.completedFuture(answer()))).isCompleted();
	}

	@Test
	void whereNothingIsKeptNothingIsRemembered() {
		Answers none = answers(0);
		CompletableFuture<Answer> unused = none.get(key(1), () -> CompletableFuture.completedFuture(answer()));
		none.remember(request(1), key(1), REPLY);
		assertThat(none.areKept()).isFalse();
		assertThat(none.find(request(1))).isNull();
		assertThat(none.requests()).isZero();
	}

	@Test
	void aRequestIsForgottenWithItsAnswer() {
		int many = MOST / LENGTH * 3;
		for (int i = 0; i < many; i++) {
			this.answers.remember(request(i), key(i), reply(give(i), "2026.1"));
			assertThat(this.answers.weight()).isLessThanOrEqualTo(MOST);
		}
		int known = 0;
		for (int i = 0; i < many; i++) {
			known += (this.answers.find(request(i)) != null) ? 1 : 0;
		}
		int each = answer().weight() + request(1).weight();
		assertThat(this.answers.requests()).isEqualTo(known).isBetween(MOST / each / 2, MOST / each);
		assertThat(this.answers.answers()).isEqualTo(known);
	}

	@Test
	void aRequestWeighsAsLongAsItIsRemembered() {
		Reply reply = reply(give(1), "2026.1");
		long bare = this.answers.weight();
		for (int i = 0; i < 100; i++) {
			this.answers.remember(request(i), key(1), reply);
			this.answers.remember(request(i), key(1), reply);
			int requests = Math.min(i + 1, Answers.MOST_REQUESTS);
			assertThat(this.answers.requests()).isEqualTo(requests);
			assertThat(this.answers.weight()).isEqualTo(bare + (long) requests * request(1).weight());
		}
		assertThat(this.answers.find(request(99))).isNotNull();
		assertThat(this.answers.find(request(0))).isNull();
	}

	@Test
	void aRequestThatComesAgainKeepsItsAnswer() {
		this.answers.remember(request(0), key(0), reply(give(0), "2026.1"));
		for (int i = 1; i < 2_000; i++) {
			give(i);
			assertThat(this.answers.find(request(0))).isNotNull();
			assertThat(this.answers.find(request(0))).isNotNull();
		}
	}

	@Test
	void noRequestIsLeftBehindWhileManyAreRememberedAndForgotten() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		AtomicBoolean wrong = new AtomicBoolean();
		List<Future<?>> done = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			int first = thread;
			done.add(threads.submit(() -> {
				for (int i = 0; i < 20_000; i++) {
					int number = (first * 7 + i) % 500;
					Answer answer = give(number);
					this.answers.remember(request(number), key(number), reply(answer, "2026.1"));
					Reply found = this.answers.find(request(number));
					wrong.compareAndSet(false, found != null && number(found.answer()) != number);
				}
			}));
		}
		for (Future<?> each : done) {
			each.get();
		}
		threads.shutdown();
		assertThat(wrong).isFalse();
		assertThat(this.answers.weight()).isLessThanOrEqualTo(MOST);
		// what leads to no answer would weigh nothing
		long weights = this.answers.answers() * answer().weight()
				+ (long) this.answers.requests() * request(0).weight();
		assertThat(this.answers.weight()).isEqualTo(weights);
	}

	@Test
	void theCacheIsToldOfTheFirstHitsAndThenNowAndAgain() {
		Answers.Known known = new Answers.Known(key(1), REPLY);
		long now = System.nanoTime();
		for (int i = 0; i < 16; i++) {
			assertThat(known.isToBeCounted(now)).isTrue();
		}
		for (int i = 0; i < 3; i++) {
			assertThat(known.isToBeCounted(now + 9_999_999)).isFalse();
			now += 10_000_000;
			assertThat(known.isToBeCounted(now)).isTrue();
		}
	}

	@Test
	void anAnswerThatWasMadeAnewIsNotRememberedInTwoCopies() {
		give(1);
		this.answers.remember(request(1), key(1), REPLY);
		assertThat(this.answers.requests()).isZero();
	}

	private Answer give(int number) {
		return this.answers.get(key(number), () -> CompletableFuture.completedFuture(answer(number))).join();
	}

	private static Answers answers(int mostBytes) {
		return new Answers(
				new AnswerProperties(DataSize.ofBytes(mostBytes), Duration.ZERO, Duration.ZERO, Duration.ZERO));
	}

	private static Answer answer() {
		return answer(0);
	}

	private static Answer answer(int number) {
		return Answer.lasting(MediaType.APPLICATION_JSON, ByteBuffer.allocate(LENGTH).putInt(number).array());
	}

	private static int number(Answer answer) {
		return ByteBuffer.wrap(answer.bytes()).getInt();
	}

	private static AnswerKey key(int number) {
		return AnswerKey.of(number);
	}

	private static SentRequest request(int number) {
		byte[] body = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
		return SentRequest.of(new MockHttpServletRequest(), 1, MediaType.APPLICATION_JSON, body);
	}

	private static Reply reply(Answer answer, String release) {
		return Reply.of(answer, release, "public", HttpHeaders.EMPTY);
	}

}

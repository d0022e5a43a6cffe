package org.incumbent.answer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The answers that are ready. However many ask the same at once, one of them is answered,
 * and the others get the same bytes.
 *
 * <p>
 * An answer lasts until it is pushed out by others or nobody has asked for it in an hour:
 * it never becomes wrong, since its key has the release in it and a release never
 * changes.
 */
@Component
public class Answers {

	private static final Duration UNASKED = Duration.ofHours(1);

	private final @Nullable Cache<AnswerKey, Answer> ready;

	private final Map<AnswerKey, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

	Answers(AnswerProperties properties) {
		long most = properties.mostBytes().toBytes();
		this.ready = (most == 0) ? null
				: Caffeine.newBuilder()
					.maximumWeight(most)
					.weigher((AnswerKey key, Answer answer) -> answer.weight())
					.expireAfterAccess(UNASKED)
					.build();
	}

	/**
	 * The answer that is ready, null if there is none.
	 */
	public @Nullable Answer find(AnswerKey key) {
		return (this.ready != null) ? this.ready.getIfPresent(key) : null;
	}

	/**
	 * The answer that is ready or under way, or else the one that the work gives.
	 * @param of the key, made only where answers are kept
	 */
	public CompletableFuture<Answer> get(Supplier<AnswerKey> of, Supplier<CompletableFuture<Answer>> work) {
		if (this.ready == null) {
			return work.get();
		}
		AnswerKey key = of.get();
		Answer found = find(key);
		if (found != null) {
			return CompletableFuture.completedFuture(found);
		}
		CompletableFuture<Answer> mine = new CompletableFuture<>();
		CompletableFuture<Answer> another = this.underWay.putIfAbsent(key, mine);
		if (another != null) {
			return another;
		}
		// another may have become ready between the two looks
		Answer late = find(key);
		if (late != null) {
			finish(key, mine, late, null);
			return mine;
		}
		return begin(work).whenComplete((answer, failure) -> finish(key, mine, answer, failure));
	}

	private static CompletableFuture<Answer> begin(Supplier<CompletableFuture<Answer>> work) {
		try {
			return work.get();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	/**
	 * Makes an answer ready before it stops being under way, so that whoever looks for it
	 * in this order finds it.
	 */
	private void finish(AnswerKey key, CompletableFuture<Answer> mine, @Nullable Answer answer,
			@Nullable Throwable failure) {
		if (this.ready != null && answer != null && answer.isLasting()) {
			this.ready.put(key, answer);
		}
		this.underWay.remove(key, mine);
		if (answer != null) {
			mine.complete(answer);
		}
		else {
			mine.completeExceptionally((failure != null) ? failure : new IllegalStateException("No answer"));
		}
	}

}

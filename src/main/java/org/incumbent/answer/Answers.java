package org.incumbent.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
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
 *
 * <p>
 * Requests are remembered beside it as they came, so that one that comes again is
 * answered before it is read. They lead to the answer as it is sent, and to its key, by
 * which the cache is told of them; when the answer is pushed out they are forgotten with
 * it, and until then it weighs as much more as they do.
 */
@Component
public class Answers {

	private static final Duration UNASKED = Duration.ofHours(1);

	/**
	 * Of so many first hits of a request the cache is told each time: it counts to 15.
	 */
	private static final int FIRST = 16;

	/**
	 * Nanoseconds that pass before it is told again, since telling it costs more than all
	 * else that finds an answer.
	 */
	private static final long AGAIN = Duration.ofMillis(10).toNanos();

	/** Requests that are remembered for one answer; a newer one pushes the oldest out. */
	static final int MOST_REQUESTS = 8;

	private final @Nullable Cache<AnswerKey, Kept> ready;

	/** Each request is in here just as long as in the one answer that it leads to. */
	private final Map<SentRequest, Known> known = new ConcurrentHashMap<>();

	private final Map<AnswerKey, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

	Answers(AnswerProperties properties) {
		long most = properties.mostBytes().toBytes();
		this.ready = (most == 0) ? null
				: Caffeine.newBuilder()
					.maximumWeight(most)
					.weigher((AnswerKey key, Kept kept) -> kept.weight())
					.expireAfterAccess(UNASKED)
					.evictionListener(this::forget)
					// a task for another thread costs more than what is to be done
					.executor(Runnable::run)
					.build();
	}

	/**
	 * Whether any answers are kept.
	 */
	public boolean areKept() {
		return this.ready != null;
	}

	/**
	 * The answer to a request that has come before, byte for byte, null if there is none
	 * or it was found not to be ready any more.
	 */
	public @Nullable Reply find(SentRequest request) {
		Known found = this.known.get(request);
		if (found == null) {
			return null;
		}
		if (found.isToBeCounted(System.nanoTime()) && find(found.key) == null) {
			this.known.remove(request, found);
			return null;
		}
		return found.reply;
	}

	/**
	 * The answer that is ready, null if there is none.
	 */
	private @Nullable Answer find(AnswerKey key) {
		Kept kept = (this.ready != null) ? this.ready.getIfPresent(key) : null;
		return (kept != null) ? kept.answer() : null;
	}

	/**
	 * Remembers that a request gets an answer, as long as that is ready.
	 */
	public void remember(SentRequest request, AnswerKey key, Reply reply) {
		if (this.ready != null) {
			// nothing can push the answer out in between; it may have been made anew
			// before
			this.ready.asMap()
				.computeIfPresent(key, (same, kept) -> (kept.answer() == reply.answer())
						? remember(request, new Known(same, reply), kept) : kept);
		}
	}

	private Kept remember(SentRequest request, Known lead, Kept kept) {
		if (this.known.putIfAbsent(request, lead) != null) {
			return kept;
		}
		List<SentRequest> requests = new ArrayList<>(kept.requests());
		requests.add(request);
		if (requests.size() > MOST_REQUESTS) {
			this.known.remove(requests.remove(0));
		}
		return new Kept(kept.answer(), List.copyOf(requests));
	}

	private void forget(@Nullable AnswerKey key, @Nullable Kept kept, RemovalCause cause) {
		if (kept != null) {
			kept.requests().forEach(this.known::remove);
		}
	}

	/**
	 * The answer that is ready or under way, or else the one that the work gives.
	 */
	public CompletableFuture<Answer> get(AnswerKey key, Supplier<CompletableFuture<Answer>> work) {
		if (this.ready == null) {
			return work.get();
		}
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
		catch (RuntimeException | Error ex) {
			// whatever it is, the others who wait have to hear of it
			return CompletableFuture.failedFuture(ex);
		}
	}

	/**
	 * Makes an answer ready before it stops being under way, so that whoever looks for it
	 * in this order finds it.
	 */
	private void finish(AnswerKey key, CompletableFuture<Answer> mine, @Nullable Answer answer,
			@Nullable Throwable failure) {
		try {
			if (this.ready != null && answer != null && answer.isLasting()) {
				// one that is kept has requests that lead to it
				this.ready.asMap().putIfAbsent(key, new Kept(answer, List.of()));
			}
		}
		finally {
			this.underWay.remove(key, mine);
			if (answer != null) {
				mine.complete(answer);
			}
			else {
				mine.completeExceptionally((failure != null) ? failure : new IllegalStateException("No answer"));
			}
		}
	}

	/**
	 * How many answers are ready, for tests.
	 */
	long answers() {
		if (this.ready == null) {
			return 0;
		}
		this.ready.cleanUp();
		return this.ready.estimatedSize();
	}

	/**
	 * How many requests are remembered, for tests.
	 */
	int requests() {
		return this.known.size();
	}

	/**
	 * How many bytes answers and requests take, about, for tests.
	 */
	long weight() {
		if (this.ready == null) {
			return 0;
		}
		this.ready.cleanUp();
		return this.ready.policy().eviction().orElseThrow().weightedSize().orElseThrow();
	}

	/**
	 * An answer and the requests that lead to it, the oldest first.
	 */
	private record Kept(Answer answer, List<SentRequest> requests) {

		int weight() {
			return this.answer.weight() + this.requests.stream().mapToInt(SentRequest::weight).sum();
		}

	}

	/**
	 * What a request leads to, and when the cache was told last that it is asked for.
	 */
	static final class Known {

		private final AnswerKey key;

		private final Reply reply;

		/** Threads may count alike, which does no harm. */
		private int count;

		private volatile long counted;

		Known(AnswerKey key, Reply reply) {
			this.key = key;
			this.reply = reply;
		}

		boolean isToBeCounted(long now) {
			if (this.count < FIRST) {
				this.count++;
			}
			else if (now - this.counted < AGAIN) {
				return false;
			}
			this.counted = now;
			return true;
		}

	}

}

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What repositories have found lately. The database is asked only for what is not among
 * it.
 *
 * <p>
 * Nothing in it becomes wrong: what was found is kept under the release that it was found
 * in, and the rows of a release never change. It is dropped when the release is, or when
 * others push it out.
 */
@Component
public class RowCache {

	/** Stands for what was looked for and is not there. */
	private static final Object NOTHING = new Object();

	private final StoreOpening store;

	private final @Nullable Cache<Question, Object> found;

	RowCache(StoreOpening store, RowProperties properties) {
		this.store = store;
		long most = properties.mostBytes().toBytes();
		Cache<Question, Object> found = (most == 0) ? null
				: Caffeine.newBuilder()
					.maximumWeight(most)
					.weigher((Question question, Object answer) -> question.weight() + RowWeight.of(answer))
					.build();
		if (found != null) {
			store.whenChanged(
					(releases) -> found.asMap().keySet().removeIf((question) -> !releases.isKept(question.release())));
		}
		this.found = found;
	}

	/**
	 * What is found for each key, those left out for which nothing is.
	 * @param name the name of what is asked, which nothing else has
	 * @param find asks the database about several keys at once
	 */
	@SuppressWarnings("unchecked")
	public <K, V> Map<K, V> get(String name, Collection<K> keys, Function<Collection<K>, Map<K, V>> find) {
		if (this.found == null) {
			return find.apply(keys);
		}
		KeptRelease release = this.store.releases().requested();
		Map<K, V> answers = new HashMap<>();
		List<K> missing = new ArrayList<>();
		for (K key : keys) {
			Object answer = this.found.getIfPresent(new Question(release.number(), name, key));
			if (answer == null) {
				missing.add(key);
			}
			else if (answer != NOTHING) {
				answers.put(key, (V) answer);
			}
		}
		if (!missing.isEmpty()) {
			// from the very release that it is then kept under, also when another one is
			// put into service just now
			Map<K, V> more = RequestedRelease.during(release, () -> find.apply(missing));
			for (K key : missing) {
				V answer = unchanging(more.get(key));
				put(release, new Question(release.number(), name, key), answer);
				if (answer != null) {
					answers.put(key, answer);
				}
			}
		}
		return answers;
	}

	/**
	 * What is found for one key, null if nothing is.
	 * @param name the name of what is asked, which nothing else has
	 * @param find asks the database
	 */
	@SuppressWarnings("unchecked")
	public <K, V> @Nullable V get(String name, K key, Supplier<@Nullable V> find) {
		if (this.found == null) {
			return find.get();
		}
		KeptRelease release = this.store.releases().requested();
		Question question = new Question(release.number(), name, key);
		Object known = this.found.getIfPresent(question);
		if (known != null) {
			return (known != NOTHING) ? (V) known : null;
		}
		V answer = unchanging(RequestedRelease.<@Nullable V>during(release, find));
		put(release, question, answer);
		return answer;
	}

	/**
	 * What is known about a key without asking the database, null if nothing is: then the
	 * database may still know something.
	 */
	@Nullable Object getIfKnown(String name, Object key) {
		// a thread that no request has chosen a release for must not guess one
		KeptRelease release = RequestedRelease.get();
		if (this.found == null || release == null) {
			return null;
		}
		Object known = this.found.getIfPresent(new Question(release.number(), name, key));
		return (known != NOTHING) ? known : null;
	}

	/**
	 * How many bytes it takes, about, for tests.
	 */
	long weight() {
		if (this.found == null) {
			return 0;
		}
		this.found.cleanUp();
		return this.found.policy().eviction().orElseThrow().weightedSize().orElseThrow();
	}

	/**
	 * The numbers of the releases that something is kept of, for tests.
	 */
	Set<Integer> releases() {
		return (this.found == null) ? Set.of()
				: this.found.asMap().keySet().stream().map(Question::release).collect(Collectors.toSet());
	}

	private void put(KeptRelease release, Question question, @Nullable Object answer) {
		if (this.found == null) {
			return;
		}
		this.found.put(question, (answer != null) ? answer : NOTHING);
		// when the release goes just now, either this sees it, or the answer is seen
		// among those to be forgotten
		if (!this.store.releases().isKept(release.number())) {
			this.found.invalidate(question);
		}
	}

	/**
	 * Lists are collected in ones that can be changed, which nobody who is handed one
	 * from here may do.
	 */
	@SuppressWarnings("unchecked")
	private static <V> @Nullable V unchanging(@Nullable V answer) {
		return (answer instanceof List<?> list) ? (V) List.copyOf(list) : answer;
	}

	private record Question(int release, String name, Object key) implements Comparable<Question> {

		/**
		 * Used among those with the same hash: somebody could ask for very many keys that
		 * have, and each would be compared with all.
		 */
		@Override
		public int compareTo(Question other) {
			return (this.release != other.release) ? Integer.compare(this.release, other.release)
					: (this.name + this.key).compareTo(other.name + other.key);
		}

		// by hand, since this is done hundreds of times for an answer

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Question question && this.release == question.release
					&& this.key.equals(question.key) && this.name.equals(question.name);
		}

		@Override
		public int hashCode() {
			return 31 * (31 * this.release + this.name.hashCode()) + this.key.hashCode();
		}

		int weight() {
			return RowWeight.of(this.key);
		}

	}

}

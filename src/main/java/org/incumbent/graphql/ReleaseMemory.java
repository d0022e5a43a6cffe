package org.incumbent.graphql;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What an index of a release needs in memory: read once, when it is first asked for, and
 * held until the release is gone or the memory is needed. It is no cache that can be
 * turned off, since reading it anew for each query would take longer than doing without
 * the index.
 */
@Component
public class ReleaseMemory {

	private final StoreOpening store;

	private final Map<Thing, Held> held = new ConcurrentHashMap<>();

	ReleaseMemory(StoreOpening store) {
		this.store = store;
		store.whenChanged((releases) -> this.held.keySet().removeIf((thing) -> !releases.isKept(thing.release())));
	}

	/**
	 * What was read of the release that is asked.
	 * @param name the name of what is read, which nothing else has
	 * @param read asks the database
	 */
	@SuppressWarnings("unchecked")
	public <V> V get(String name, Supplier<V> read) {
		ServedReleases releases = this.store.releases();
		KeptRelease release = releases.requested();
		Thing thing = new Thing(release.number(), name);
		V value = (V) this.held.computeIfAbsent(thing, (absent) -> new Held())
			.get(() -> RequestedRelease.during(release, read));
		// when the release goes just now, either this sees it, or what is held is seen
		// among what is to be forgotten
		if (!releases.isKept(release.number())) {
			this.held.remove(thing);
		}
		return value;
	}

	/**
	 * How many things are held, for tests.
	 */
	int size() {
		return this.held.size();
	}

	private record Thing(int release, String name) {

	}

	private static final class Held {

		private SoftReference<@Nullable Object> value = new SoftReference<>(null);

		/**
		 * Others wait meanwhile rather than read the same.
		 */
		synchronized Object get(Supplier<?> read) {
			Object known = this.value.get();
			if (known == null) {
				known = read.get();
				this.value = new SoftReference<>(known);
			}
			return known;
		}

	}

}

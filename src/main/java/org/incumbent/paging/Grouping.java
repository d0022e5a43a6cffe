package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of a batch: a list for every key asked for, empty until rows come.
 */
public final class Grouping<K, V> {

	private final Map<K, List<V>> lists = new HashMap<>();

	public Grouping(Collection<K> keys) {
		keys.forEach((key) -> this.lists.put(key, new ArrayList<>()));
	}

	/**
	 * Adds a value behind those that its key has already.
	 * @return true, so that a row mapper can end with it
	 */
	public boolean add(K key, V value) {
		return this.lists.computeIfAbsent(key, (absent) -> new ArrayList<>()).add(value);
	}

	/**
	 * The lists by key, in the order in which their values were added.
	 */
	public Map<K, List<V>> lists() {
		return this.lists;
	}

}

package org.incumbent.graphql;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Something to be found for several keys.
 *
 * @param name the name of what is asked, which nothing else has
 * @param keys what it is asked for, each once
 * @param find asks for any keys; those it leaves out there is nothing for
 */
record Want(String name, Collection<Object> keys, Function<Collection<Object>, Map<Object, Object>> find) {

	/**
	 * How many groups of keys it is asked for.
	 */
	int groups() {
		Set<Object> groups = new HashSet<>();
		for (Object key : this.keys) {
			groups.add((key instanceof Grouped one) ? one.group() : this.name);
		}
		return groups.size();
	}

	/**
	 * The same asked for other keys.
	 */
	Want of(Collection<Object> others) {
		return new Want(this.name, List.copyOf(others), this.find);
	}

}

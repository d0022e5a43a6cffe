package org.incumbent.paging;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list (Relay).
 *
 * @param counted how many records the whole list has, null where the client did not ask
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Integer counted) {

	public Connection {
		edges = List.copyOf(edges);
	}

	public List<T> nodes() {
		return this.edges.stream().map(Edge::node).toList();
	}

	/**
	 * How many records the whole list has; only asked where the client selected it.
	 */
	public int totalCount() {
		return Objects.requireNonNull(this.counted);
	}

}

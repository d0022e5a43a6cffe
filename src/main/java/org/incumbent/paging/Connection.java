package org.incumbent.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list (Relay).
 *
 * @param totalCount how many records the whole list has, null where nobody asked
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Integer totalCount) {

	public List<T> nodes() {
		return this.edges.stream().map(Edge::node).toList();
	}

}

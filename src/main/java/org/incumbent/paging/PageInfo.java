package org.incumbent.paging;

import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in its list (Relay).
 *
 * @param startCursor the first edge's cursor, null on an empty page
 * @param endCursor the last edge's cursor, null on an empty page
 */
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
		@Nullable String endCursor) {

}

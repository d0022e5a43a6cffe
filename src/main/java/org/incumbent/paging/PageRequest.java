package org.incumbent.paging;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.QueryMeasure;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a client asks for, and what of it.
 *
 * @param first how many records from the start, or after a cursor; 0 or more
 * @param last how many records from the end, or before a cursor; 0 or more
 * @param rows whether the client selected anything but the total
 * @param total whether the client selected the total
 */
public record PageRequest(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
		@Nullable String before, boolean rows, boolean total) {

	/** The size of a page where the client names none. */
	public static final int DEFAULT_SIZE = QueryMeasure.PAGE;

	public PageRequest {
		if (first != null && last != null) {
			throw new BadRequestException("send 'first' or 'last', not both: 'first' pages forward, 'last' backward");
		}
		check("first", first);
		check("last", last);
	}

	boolean backward() {
		return this.last != null;
	}

	int size() {
		if (this.last != null) {
			return this.last;
		}
		return (this.first != null) ? this.first : DEFAULT_SIZE;
	}

	private static void check(String name, @Nullable Integer size) {
		if (size != null && size < 0) {
			throw new BadRequestException("'%s' takes 0 or more; this is %d".formatted(name, size));
		}
	}

}

package org.incumbent.paging;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a whole table's list a client asks for: everything that tells its answer
 * from others.
 *
 * @param table the table or view listed
 * @param asOf the day asked about, null where none is
 */
public record Listing(String table, @Nullable LocalDate asOf, @Nullable Filter<?> filter, @Nullable Record order,
		PageRequest page) {

}

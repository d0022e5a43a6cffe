package org.incumbent.paging;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a whole table's list a client asks for: everything that tells its answer
 * from others.
 *
 * @param name that of the list, which no other has: its field, or the table listed
 * @param asOf the day asked about, null where none is
 * @param filter what else tells which rows are listed, made of plain values
 * @param order null where the list has one order
 */
public record Listing(String name, @Nullable LocalDate asOf, @Nullable Record filter, @Nullable Record order,
		PageRequest page) {

}

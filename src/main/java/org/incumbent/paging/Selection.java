package org.incumbent.paging;

import java.util.function.Function;

import org.incumbent.store.RowReader;
import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * A list to take pages of: a table, which of its rows, in which order, and which page.
 *
 * @param table the table or view listed; conditions call it {@code t}
 * @param mapper makes a record of a row
 * @param conditions SQL that holds for the rows wanted
 * @param bindings the values in the conditions
 * @param certainty whether a record held on the day asked about, null where no day was
 * asked about
 * @param search a text that the conditions ask for, null where none can be looked up
 */
public record Selection<T>(String table, RowReader<T> mapper, String conditions, Bindings bindings, Sort sort,
		PageRequest page, Function<T, @Nullable Certainty> certainty, @Nullable TextSearch search) {

	public Selection(String table, RowReader<T> mapper, String conditions, Bindings bindings, Sort sort,
			PageRequest page) {
		this(table, mapper, conditions, bindings, sort, page, (record) -> null);
	}

	public Selection(String table, RowReader<T> mapper, String conditions, Bindings bindings, Sort sort,
			PageRequest page, Function<T, @Nullable Certainty> certainty) {
		this(table, mapper, conditions, bindings, sort, page, certainty, null);
	}

	/**
	 * The same, with a text that its conditions ask for already.
	 */
	public Selection<T> searching(@Nullable TextSearch search) {
		return new Selection<>(this.table, this.mapper, this.conditions, this.bindings, this.sort, this.page,
				this.certainty, search);
	}

	/**
	 * The same as the list of one field.
	 */
	Selection<T> in(Link link) {
		return new Selection<>(this.table, this.mapper, this.conditions, this.bindings, this.sort.in(link), this.page,
				this.certainty, this.search);
	}

}

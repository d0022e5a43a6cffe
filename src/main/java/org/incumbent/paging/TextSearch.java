package org.incumbent.paging;

import org.jspecify.annotations.Nullable;

/**
 * A text that all records of a list must contain, by which they can be looked up.
 *
 * @param type the GraphQL type whose texts have an index of words
 * @param column the sort key that the places of such records follow
 * @param folded the text as {@link Folding} leaves it
 * @param alone whether nothing else is asked of the records
 */
public record TextSearch(String type, String column, String folded, boolean alone) {

	/**
	 * What a filter asks of texts outside of its inner filters, null if nothing.
	 * @param text the filter's text
	 */
	public static @Nullable TextSearch of(String type, String column, @Nullable Filter<?> filter,
			@Nullable String text) {
		if (filter == null || text == null) {
			return null;
		}
		boolean simple = filter.and() == null && filter.or() == null && filter.not() == null;
		return new TextSearch(type, column, Folding.fold(text),
				simple && filter.conditions(new Bindings()).size() == 1);
	}

}

package org.incumbent.paging;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The SQL of "on that day" over the four columns of a row's bounds.
 */
public final class AsOf {

	private AsOf() {
	}

	/**
	 * Holds for rows that certainly or possibly held on the day, and for every row where
	 * no day is given.
	 * @param bounds the alias and what the names of the columns begin with, such as
	 * {@code t.held}
	 */
	public static String notExcluded(String bounds, @Nullable LocalDate day, Bindings bindings) {
		if (day == null) {
			return "true";
		}
		return """
				(%1$s_from_earliest is null or %1$s_from_earliest <= %2$s)
				and (%1$s_until_latest is null or %1$s_until_latest >= %2$s)""".formatted(bounds, bindings.bind(day));
	}

	/**
	 * Holds for rows that certainly or possibly held on some day of a span.
	 * @param bounds the alias and what the names of the columns begin with
	 * @param first the span's first day, null where it has none
	 * @param last the span's last day, null where it has none
	 */
	public static String notExcluded(String bounds, @Nullable LocalDate first, @Nullable LocalDate last,
			Bindings bindings) {
		String begun = (last != null)
				? "(%1$s_from_earliest is null or %1$s_from_earliest <= %2$s)".formatted(bounds, bindings.bind(last))
				: "true";
		String notOver = (first != null)
				? "(%1$s_until_latest is null or %1$s_until_latest >= %2$s)".formatted(bounds, bindings.bind(first))
				: "true";
		return begun + " and " + notOver;
	}

	/**
	 * Holds for rows that certainly held on the day.
	 * @param bounds the alias and what the names of the columns begin with
	 */
	public static String certain(String bounds, LocalDate day, Bindings bindings) {
		return "(%1$s_from_latest <= %2$s and %1$s_until_earliest >= %2$s)".formatted(bounds, bindings.bind(day));
	}

}

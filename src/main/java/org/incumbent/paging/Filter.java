package org.incumbent.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a list a client wants: its own conditions, all of which must hold, and
 * filters of the same kind combined by and, or, not.
 *
 * @param <F> the filter itself
 */
public interface Filter<F extends Filter<F>> {

	/** How many filters may stand inside each other. */
	int DEEPEST = 8;

	/** How many filters may stand side by side. */
	int MOST = 50;

	/** How many filters an argument may hold in all. */
	int MOST_IN_ALL = 100;

	@Nullable List<F> and();

	@Nullable List<F> or();

	@Nullable F not();

	/**
	 * The SQL conditions of this filter's own fields on the listed table {@code t}.
	 */
	List<String> conditions(Bindings bindings);

	/**
	 * The SQL condition of the whole filter; without any field it holds for every record.
	 */
	default String sql(Bindings bindings) {
		Filters.check(this);
		return Filters.sql(this, bindings, 1);
	}

	/**
	 * The SQL condition of a filter that may be missing.
	 */
	static String sqlOf(@Nullable Filter<?> filter, Bindings bindings) {
		return (filter != null) ? filter.sql(bindings) : "true";
	}

}

/**
 * Puts filters together.
 */
final class Filters {

	private Filters() {
	}

	/**
	 * Refuses a filter that holds more filters than may stand in one argument.
	 */
	static void check(Filter<?> filter) {
		if (count(filter, 1) > Filter.MOST_IN_ALL) {
			throw new BadRequestException(
					"a filter takes at most %d filters within it: send a smaller one".formatted(Filter.MOST_IN_ALL));
		}
	}

	private static <F extends Filter<F>> int count(Filter<F> filter, int depth) {
		if (depth > Filter.DEEPEST) {
			return 0;
		}
		int count = 0;
		F not = filter.not();
		for (F part : Stream.of(filter.and(), filter.or(), (not != null) ? List.of(not) : null)
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.toList()) {
			count += 1 + count(part, depth + 1);
		}
		return count;
	}

	static <F extends Filter<F>> String sql(Filter<F> filter, Bindings bindings, int depth) {
		if (depth > Filter.DEEPEST) {
			throw new BadRequestException(
					"a filter takes at most %d levels of 'and', 'or' and 'not': send a flatter one"
						.formatted(Filter.DEEPEST));
		}
		List<String> conditions = new ArrayList<>(filter.conditions(bindings));
		all(filter.and(), bindings, depth).forEach(conditions::add);
		List<F> or = filter.or();
		if (or != null) {
			conditions.add(joined(" or ", "false", all(or, bindings, depth)));
		}
		F not = filter.not();
		if (not != null) {
			conditions.add("not coalesce(" + sql(not, bindings, depth + 1) + ", false)");
		}
		return joined(" and ", "true", conditions);
	}

	private static <F extends Filter<F>> List<String> all(@Nullable List<F> filters, Bindings bindings, int depth) {
		if (filters == null) {
			return List.of();
		}
		if (filters.size() > Filter.MOST) {
			throw new BadRequestException("'and' and 'or' take at most %d filters each".formatted(Filter.MOST));
		}
		return filters.stream().map((filter) -> sql(filter, bindings, depth + 1)).toList();
	}

	private static String joined(String word, String none, List<String> conditions) {
		return conditions.isEmpty() ? none : "(" + String.join(word, conditions) + ")";
	}

}

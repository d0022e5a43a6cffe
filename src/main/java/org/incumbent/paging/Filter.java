package org.incumbent.paging;

import java.util.ArrayList;
import java.util.List;

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
		return new Filters(bindings).sql(this, 1);
	}

	/**
	 * The SQL condition of a filter that may be missing.
	 */
	static String sqlOf(@Nullable Filter<?> filter, Bindings bindings) {
		return (filter != null) ? filter.sql(bindings) : "true";
	}

}

/**
 * Puts the filters of one argument together.
 */
final class Filters {

	private final Bindings bindings;

	/** How many filters were met within the argument's own. */
	private int met;

	Filters(Bindings bindings) {
		this.bindings = bindings;
	}

	/**
	 * The SQL condition of a filter and those within it.
	 * @param depth at which level it stands, from 1
	 */
	<F extends Filter<F>> String sql(Filter<F> filter, int depth) {
		if (depth > Filter.DEEPEST) {
			throw new BadRequestException(
					"a filter takes at most %d levels of 'and', 'or' and 'not': send a flatter one"
						.formatted(Filter.DEEPEST));
		}
		List<String> conditions = new ArrayList<>(filter.conditions(this.bindings));
		List<F> and = filter.and();
		if (and != null) {
			conditions.addAll(all(and, depth));
		}
		List<F> or = filter.or();
		if (or != null) {
			conditions.add(joined(" or ", "false", all(or, depth)));
		}
		F not = filter.not();
		if (not != null) {
			conditions.add("not coalesce(" + inner(not, depth) + ", false)");
		}
		return joined(" and ", "true", conditions);
	}

	private <F extends Filter<F>> List<String> all(List<F> filters, int depth) {
		if (filters.size() > Filter.MOST) {
			throw new BadRequestException("'and' and 'or' take at most %d filters each".formatted(Filter.MOST));
		}
		return filters.stream().map((filter) -> inner(filter, depth)).toList();
	}

	private <F extends Filter<F>> String inner(F filter, int depth) {
		this.met++;
		if (this.met > Filter.MOST_IN_ALL) {
			throw new BadRequestException(
					"a filter takes at most %d filters within it: send a smaller one".formatted(Filter.MOST_IN_ALL));
		}
		return sql(filter, depth + 1);
	}

	private static String joined(String word, String none, List<String> conditions) {
		return conditions.isEmpty() ? none : "(" + String.join(word, conditions) + ")";
	}

}

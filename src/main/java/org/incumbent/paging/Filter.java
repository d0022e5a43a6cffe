package org.incumbent.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.incumbent.graphql.LimitExceededException;
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

	/** How many filters an argument may hold within its own. */
	int MOST = 100;

	@Nullable List<F> and();

	@Nullable List<F> or();

	@Nullable F not();

	/**
	 * The SQL conditions of this filter's own fields on the listed table {@code t}.
	 */
	List<String> conditions(Bindings bindings);

	/**
	 * The SQL condition of the whole filter; without any field it holds for every record.
	 * @throws LimitExceededException if it has more filters within it than it may
	 */
	default String sql(Bindings bindings) {
		int levels = Filters.levels(this);
		if (levels > DEEPEST) {
			throw new LimitExceededException(levels, DEEPEST, "levels of 'and', 'or' and 'not' in a filter",
					"send a flatter one");
		}
		int count = Filters.count(this);
		if (count > MOST) {
			throw new LimitExceededException(count, MOST, "filters within a filter", "send a smaller one");
		}
		return new Filters(bindings).sql(this);
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

	Filters(Bindings bindings) {
		this.bindings = bindings;
	}

	/**
	 * How many filters stand inside each other within a filter.
	 */
	static <F extends Filter<F>> int levels(Filter<F> filter) {
		return within(filter).mapToInt((inner) -> 1 + levels(inner)).max().orElse(0);
	}

	/**
	 * How many filters stand inside a filter.
	 */
	static <F extends Filter<F>> int count(Filter<F> filter) {
		return within(filter).mapToInt((inner) -> 1 + count(inner)).sum();
	}

	private static <F extends Filter<F>> Stream<F> within(Filter<F> filter) {
		return Stream.of(filter.and(), filter.or(), (filter.not() != null) ? List.of(filter.not()) : null)
			.filter(Objects::nonNull)
			.flatMap(List::stream);
	}

	/**
	 * The SQL condition of a filter and those within it.
	 */
	<F extends Filter<F>> String sql(Filter<F> filter) {
		List<String> conditions = new ArrayList<>(filter.conditions(this.bindings));
		List<F> and = filter.and();
		if (and != null) {
			conditions.addAll(all(and));
		}
		List<F> or = filter.or();
		if (or != null) {
			conditions.add(joined(" or ", "false", all(or)));
		}
		F not = filter.not();
		if (not != null) {
			conditions.add("not coalesce(" + sql(not) + ", false)");
		}
		return joined(" and ", "true", conditions);
	}

	private <F extends Filter<F>> List<String> all(List<F> filters) {
		return filters.stream().map(this::sql).toList();
	}

	private static String joined(String word, String none, List<String> conditions) {
		return conditions.isEmpty() ? none : "(" + String.join(word, conditions) + ")";
	}

}

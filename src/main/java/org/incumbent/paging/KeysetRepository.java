package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.incumbent.graphql.RowCache;
import org.incumbent.paging.Keyset.Found;
import org.incumbent.store.Database;
import org.incumbent.store.ResultRow;
import org.incumbent.store.RowReader;
import org.incumbent.store.StoreOpening;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Fetches pages by keyset: it resumes behind the last row seen, so a page costs the same
 * wherever it stands and no row is skipped or repeated when others come and go.
 */
@Repository
public class KeysetRepository {

	private final JdbcClient jdbc;

	private final RowCache rows;

	private final TextRepository texts;

	private final Supplier<Database> database;

	@Autowired
	KeysetRepository(JdbcClient jdbc, RowCache rows, TextRepository texts, StoreOpening store) {
		this(jdbc, rows, texts, () -> store.releases().database());
	}

	KeysetRepository(JdbcClient jdbc, RowCache rows, TextRepository texts, Supplier<Database> database) {
		this.jdbc = jdbc;
		this.database = database;
		this.rows = rows;
		this.texts = texts;
	}

	/**
	 * One page of a whole table's list, which is looked up only if it was not lately.
	 * @param selection the selection that the listing leads to
	 */
	public <T> Connection<T> page(Listing listing, Supplier<Selection<T>> selection) {
		return Objects
			.requireNonNull(this.rows.<Listing, Connection<T>>get("list", listing, () -> page(selection.get())));
	}

	/**
	 * One page of a whole table's list.
	 */
	public <T> Connection<T> page(Selection<T> selection) {
		Keyset<T> keyset = new Keyset<>(selection);
		TextHits hits = this.texts.find(selection);
		List<Found<T>> rows = selection.page().rows() ? rows(keyset, hits) : List.of();
		Integer total = selection.page().total() ? total(selection, hits) : null;
		return connection(selection, rows, total);
	}

	/**
	 * The same page of each parent's list, with a connection for every parent.
	 */
	public <T> Map<String, Connection<T>> pages(Selection<T> list, Link link, Collection<String> parents) {
		Selection<T> selection = list.in(link);
		Keyset<T> keyset = new Keyset<>(selection);
		if (parents.isEmpty()) {
			return Map.of();
		}
		Join join = link.join();
		Map<String, List<Found<T>>> rows = selection.page().rows() ? rows(keyset, join, parents) : Map.of();
		Map<String, Integer> totals = selection.page().total() ? totals(selection, join, parents) : Map.of();
		Map<String, Connection<T>> pages = new HashMap<>();
		for (String parent : parents) {
			Integer total = selection.page().total() ? totals.getOrDefault(parent, 0) : null;
			pages.put(parent, connection(selection, rows.getOrDefault(parent, List.of()), total));
		}
		return pages;
	}

	private <T> List<Found<T>> rows(Keyset<T> keyset, @Nullable TextHits hits) {
		List<Found<T>> rows = (hits != null) ? this.texts.rows(keyset, hits) : null;
		if (rows != null) {
			return rows;
		}
		Selection<T> selection = keyset.selection();
		String sql = """
				select t.*, t.%s as page_sort
				from %s t
				where %s
				and %s
				order by %s
				fetch first %d rows only
				""".formatted(selection.sort().column(), selection.table(), selection.conditions(), keyset.between(),
				keyset.order(), selection.page().size() + 1);
		return this.jdbc.sql(sql).params(selection.bindings().values()).query(ResultRow.each(keyset.mapper())).list();
	}

	private <T> Map<String, List<Found<T>>> rows(Keyset<T> keyset, Join join, Collection<String> parents) {
		String sql = this.database.get().hasLateralJoins() ? ofEach(keyset, join)
				: (parents.size() == 1) ? ofOne(keyset, join) : ranked(keyset, join);
		Map<String, List<Found<T>>> rows = new HashMap<>();
		RowReader<Found<T>> mapper = keyset.mapper();
		this.jdbc.sql(sql)
			.params(keyset.selection().bindings().values())
			.param("parents", keys(parents))
			.param("parent", parents.iterator().next())
			.query(ResultRow
				.each((row) -> rows.computeIfAbsent(row.getString("parent_id"), (parent) -> new ArrayList<>())
					.add(mapper.read(row))))
			.list();
		return rows;
	}

	/**
	 * Reads no more rows of a parent than its page has.
	 */
	private static String ofEach(Keyset<?> keyset, Join join) {
		return """
				select p.*
				from unnest(cast(:parents as varchar array)) w(parent_id)
				cross join lateral (
				  %s
				) p
				order by p.parent_id, %s
				""".formatted(page(keyset, join, "w.parent_id"), keyset.order("p", "page_sort"));
	}

	/**
	 * Spares the only parent the ranks, which take H2 longer than to find the rows. The
	 * parent is a value and not a table of one row: joined to that, H2 begins with all
	 * links of a kind when there are many.
	 */
	private static String ofOne(Keyset<?> keyset, Join join) {
		return page(keyset, join, "cast(:parent as varchar)");
	}

	private static String page(Keyset<?> keyset, Join join, String parent) {
		return """
				select %s as parent_id, t.*, t.%s as page_sort
				from %s
				where %s
				and %s
				and %s
				order by %s
				fetch first %d rows only""".formatted(parent, keyset.selection().sort().column(), join.tables(),
				join.conditionFor(parent), keyset.selection().conditions(), keyset.between(), keyset.order(),
				keyset.selection().page().size() + 1);
	}

	private static String ranked(Keyset<?> keyset, Join join) {
		return """
				select p.*
				from (
				  select u.parent_id, t.*, t.%s as page_sort,
				    row_number() over (partition by u.parent_id order by %s) as page_rank
				  from unnest(cast(:parents as varchar array)) u(parent_id)
				  %s
				  where %s
				  and %s
				) p
				where p.page_rank <= %d
				order by p.parent_id, p.page_rank
				""".formatted(keyset.selection().sort().column(), keyset.order(), join.sql(),
				keyset.selection().conditions(), keyset.between(), keyset.selection().page().size() + 1);
	}

	private int total(Selection<?> selection, @Nullable TextHits hits) {
		Integer total = (hits != null) ? this.texts.total(selection, hits) : null;
		return (total != null) ? total : total(selection);
	}

	private int total(Selection<?> selection) {
		String sql = """
				select count(*)
				from %s t
				where %s
				""".formatted(selection.table(), selection.conditions());
		return this.jdbc.sql(sql).params(selection.bindings().values()).query(Integer.class).single();
	}

	/**
	 * Put into order outside of the join: an order within it lets H2 begin with all rows
	 * of a table of links rather than with the parents.
	 */
	private Map<String, Integer> totals(Selection<?> selection, Join join, Collection<String> parents) {
		String sql = """
				select p.parent_id, count(*) as total
				from (
				  select u.parent_id
				  from unnest(cast(:parents as varchar array)) u(parent_id)
				  %s
				  where %s
				) p
				group by p.parent_id
				order by p.parent_id
				""".formatted(join.sql(), selection.conditions());
		Map<String, Integer> totals = new HashMap<>();
		this.jdbc.sql(sql)
			.params(selection.bindings().values())
			.param("parents", keys(parents))
			.query(ResultRow.each((row) -> totals.put(row.getString("parent_id"), row.getInt("total"))))
			.list();
		return totals;
	}

	private static Object keys(Collection<String> parents) {
		return new SqlArrayValue("varchar", parents.toArray());
	}

	private static <T> Connection<T> connection(Selection<T> selection, List<Found<T>> rows, @Nullable Integer total) {
		PageRequest page = selection.page();
		boolean more = rows.size() > page.size();
		List<Found<T>> wanted = new ArrayList<>(more ? rows.subList(0, page.size()) : rows);
		if (page.backward()) {
			Collections.reverse(wanted);
		}
		List<Edge<T>> edges = wanted.stream().map((row) -> row.edge(selection)).toList();
		String start = edges.isEmpty() ? null : edges.get(0).cursor();
		String end = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
		boolean next = (!page.backward() && more) || page.before() != null;
		boolean previous = (page.backward() && more) || page.after() != null;
		return new Connection<>(edges, new PageInfo(next, previous, start, end), total);
	}

}

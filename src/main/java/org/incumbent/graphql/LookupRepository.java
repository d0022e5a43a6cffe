package org.incumbent.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.incumbent.store.ResultRow;
import org.incumbent.store.RowReader;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds single records by key or slug in any table; an old key or slug leads to the
 * record that answers for it now.
 */
@Repository
public class LookupRepository {

	private static final String SLUG = "slug";

	private final JdbcClient jdbc;

	private final RowCache rows;

	private final SharedRounds rounds;

	LookupRepository(JdbcClient jdbc, RowCache rows, SharedRounds rounds) {
		this.rounds = rounds;
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * The records of a table by the key they were asked by, unknown keys left out.
	 * @param type the GraphQL type of the table's records
	 */
	public <T> Map<String, T> findByIds(String table, String type, RowReader<T> mapper, Collection<String> keys) {
		Map<String, T> found = new HashMap<>();
		this.jdbc.sql("select t.* from %s t where t.id = any(:ids)".formatted(table))
			.param("ids", array(keys))
			.query(ResultRow.each((row) -> found.put(row.getString("id"), mapper.read(row))))
			.list();
		List<String> missing = keys.stream().filter((key) -> !found.containsKey(key)).toList();
		if (!missing.isEmpty()) {
			found.putAll(findRedirected(table, type, "ID", mapper, missing));
		}
		return found;
	}

	/**
	 * The records that answer now for old keys or slugs. Apart, since hardly anybody asks
	 * for one, and the database takes longer for both at once.
	 * @param kind ID or SLUG
	 */
	private <T> Map<String, T> findRedirected(String table, String type, String kind, RowReader<T> mapper,
			Collection<String> old) {
		Map<String, T> found = new HashMap<>();
		this.jdbc.sql("""
				select r.old_value as requested, t.*
				from redirects r
				join %s t on t.id = r.target_id
				where r.record_type = :type and r.kind = :kind and r.old_value = any(:old)
				""".formatted(table))
			.param("type", type)
			.param("kind", kind)
			.param("old", array(old))
			.query(ResultRow.each((row) -> found.put(row.getString("requested"), mapper.read(row))))
			.list();
		return found;
	}

	private static SqlArrayValue array(Collection<String> keys) {
		return new SqlArrayValue("varchar", keys.toArray());
	}

	/**
	 * The record of a table that has, or once had, this slug.
	 * @param type the GraphQL type of the table's records
	 */
	public <T> Optional<T> findBySlug(String table, String type, RowReader<T> mapper, String slug) {
		return Optional.ofNullable(this.rows.get(SLUG, new Slug(type, slug), () -> find(table, type, mapper, slug)));
	}

	@SuppressWarnings("unchecked")
	private <T> @Nullable T find(String table, String type, RowReader<T> mapper, String slug) {
		Function<Collection<Object>, Map<Object, Object>> find = (
				slugs) -> (Map<Object, Object>) (Map<?, ?>) findBySlugs(table, type, mapper,
						(Collection<String>) (Collection<?>) slugs);
		Want want = new Want(SLUG + " of a " + type, List.of(slug), find);
		return (T) this.rounds.find(List.of(want)).get(0).get().get(slug);
	}

	private <T> Map<String, T> findBySlugs(String table, String type, RowReader<T> mapper, Collection<String> slugs) {
		Map<String, T> found = new HashMap<>();
		boolean one = slugs.size() == 1;
		this.jdbc.sql("select t.* from %s t where t.slug = %s".formatted(table, one ? ":slugs" : "any(:slugs)"))
			.param("slugs", one ? slugs.iterator().next() : array(slugs))
			.query(ResultRow.each((row) -> found.put(row.getString("slug"), mapper.read(row))))
			.list();
		List<String> missing = slugs.stream().filter((slug) -> !found.containsKey(slug)).toList();
		if (!missing.isEmpty()) {
			found.putAll(findRedirected(table, type, "SLUG", mapper, missing));
		}
		return found;
	}

	/**
	 * Notes that a record has a slug, so that nobody need look for it.
	 */
	void know(String type, String slug, Object row) {
		this.rows.get(SLUG, new Slug(type, slug), () -> row);
	}

	/**
	 * The next keys of a table, in their order.
	 * @param after the last one before them, empty to begin
	 */
	List<String> keys(String table, String after, int most) {
		return this.jdbc.sql("""
				select t.id
				from %s t
				where t.id > :after
				order by t.id
				fetch first %d rows only
				""".formatted(table, most)).param("after", after).query(String.class).list();
	}

	/**
	 * How many rows a table has, counted up to a number.
	 */
	int count(String table, int most) {
		return this.jdbc.sql("""
				select count(*)
				from (
				  select t.id
				  from %s t
				  fetch first %d rows only
				) c
				""".formatted(table, most)).query(Integer.class).single();
	}

	private record Slug(String type, String text) {

	}

}

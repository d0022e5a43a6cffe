package org.incumbent.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds single records by key or slug in any table; an old key or slug leads to the
 * record that answers for it now.
 */
@Repository
public class LookupRepository {

	private final JdbcClient jdbc;

	private final RowCache rows;

	LookupRepository(JdbcClient jdbc, RowCache rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * The records of a table by the key they were asked by, unknown keys left out.
	 * @param type the GraphQL type of the table's records
	 */
	public <T> Map<String, T> findByIds(String table, String type, RowMapper<T> mapper, Collection<String> keys) {
		Map<String, T> found = new HashMap<>();
		this.jdbc.sql("""
				select u.id as requested_id, t.*
				from unnest(cast(:ids as varchar array)) u(id)
				left join redirects r on r.record_type = :type and r.kind = 'ID' and r.old_value = u.id
				join %s t on t.id = coalesce(r.target_id, u.id)
				order by u.id
				""".formatted(table))
			.param("ids", new SqlArrayValue("varchar", keys.toArray()))
			.param("type", type)
			.query((row, number) -> found.put(row.getString("requested_id"), mapper.mapRow(row, number)))
			.list();
		return found;
	}

	/**
	 * The record of a table that has, or once had, this slug.
	 * @param type the GraphQL type of the table's records
	 */
	public <T> Optional<T> findBySlug(String table, String type, RowMapper<T> mapper, String slug) {
		return Optional.ofNullable(this.rows.get("slug", new Slug(type, slug), () -> find(table, type, mapper, slug)));
	}

	private <T> @Nullable T find(String table, String type, RowMapper<T> mapper, String slug) {
		return this.jdbc.sql("""
				select t.*
				from %s t
				where t.slug = :slug
				or t.id = (
				  select r.target_id from redirects r
				  where r.record_type = :type and r.kind = 'SLUG' and r.old_value = :slug
				)
				order by t.id
				""".formatted(table)).param("slug", slug).param("type", type).query(mapper).optional().orElse(null);
	}

	private record Slug(String type, String text) {

	}

}

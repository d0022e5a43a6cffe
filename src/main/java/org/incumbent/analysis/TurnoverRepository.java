package org.incumbent.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;
import org.incumbent.role.RoleKind;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the posts whose turnover is asked for.
 */
@Repository
class TurnoverRepository {

	/** How many bodies are taken together at most. */
	private static final int MOST_BODIES = 250;

	private static final Sort BY_NAME = new Sort("turnovers", "name_sort", false);

	private final JdbcClient jdbc;

	private final KeysetRepository pages;

	TurnoverRepository(JdbcClient jdbc, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.pages = pages;
	}

	/**
	 * The keys of the roles of each post, joint ones included.
	 */
	Map<Post, List<String>> findRoles(Collection<Post> posts) {
		Grouping<Post, String> roles = new Grouping<>(posts);
		this.jdbc
			.sql("""
					select u.organisation_id, u.kind, r.role_id
					from unnest(cast(:organisations as varchar array), cast(:kinds as varchar array)) u(organisation_id, kind)
					join organisation_roles r on r.organisation_id = u.organisation_id
					join role_kinds k on k.role_id = r.role_id and k.kind = u.kind
					order by u.organisation_id, u.kind, r.role_id
					""")
			.param("organisations", new SqlArrayValue("varchar", posts.stream().map(Post::organisationKey).toArray()))
			.param("kinds", new SqlArrayValue("varchar", posts.stream().map((post) -> post.kind().name()).toArray()))
			.query(ResultRow.each((row) -> roles.add(
					new Post(row.getString("organisation_id"), RoleKind.valueOf(row.getString("kind"))),
					row.getString("role_id"))))
			.list();
		return roles.lists();
	}

	/**
	 * The keys of the bodies that match a filter, as a page by name.
	 */
	Connection<String> list(TurnoverFilter filter, PageRequest page) {
		return this.pages.page(new Listing("turnovers", null, filter, null, page), () -> selection(filter, page));
	}

	private static Selection<String> selection(TurnoverFilter filter, PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("organisations", (row) -> row.getString("id"), filter.sql(bindings), bindings, BY_NAME,
				page);
	}

	/**
	 * The keys of all bodies that match a filter.
	 * @throws BadRequestException if there are more than can be taken together
	 */
	List<String> findKeys(TurnoverFilter filter) {
		Bindings bindings = new Bindings();
		List<String> keys = this.jdbc.sql("""
				select t.id
				from organisations t
				where %s
				order by t.name_sort, t.id
				fetch first %d rows only
				""".formatted(filter.sql(bindings), MOST_BODIES + 1))
			.params(bindings.values())
			.query(String.class)
			.list();
		if (keys.size() > MOST_BODIES) {
			throw new BadRequestException(
					"'overall' takes at most %d organisations together: send a filter that matches fewer"
						.formatted(MOST_BODIES));
		}
		return keys;
	}

}

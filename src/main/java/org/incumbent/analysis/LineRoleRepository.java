package org.incumbent.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.lineage.Calendar;
import org.incumbent.paging.Grouping;
import org.incumbent.role.RoleKind;
import org.incumbent.time.FuzzyDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the roles of the bodies that others came from, however many changes ago, by the
 * dates of one calendar.
 */
@Repository
class LineRoleRepository {

	/** How many changes a line is followed, so that a circle comes to an end. */
	private static final int FURTHEST = 12;

	private final JdbcClient jdbc;

	LineRoleRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The roles of a post's kind at the bodies that its body came from; a role comes once
	 * for each change that leads to it. Changes without a date on the calendar, and those
	 * in which only tasks went over, lead nowhere.
	 */
	Map<Post, List<LineRole>> findByPosts(Collection<Post> posts, Calendar calendar) {
		String date = switch (calendar) {
			case LEGAL -> "c.legal_on";
			case OPERATIONAL -> "c.operational_on";
		};
		Grouping<Post, LineRole> roles = new Grouping<>(posts);
		this.jdbc
			.sql("""
					with recursive line (root_id, organisation_id, change_date, depth) as (
					  select o.id, o.id, cast(null as varchar), 0
					  from (
					    select distinct a.root_id
					    from unnest(cast(:organisations as varchar array)) a(root_id)
					  ) u
					  join organisations o on o.id = u.root_id
					  union all
					  select l.root_id, f.organisation_id, %1$s, l.depth + 1
					  from line l
					  join organisation_change_parts n on n.organisation_id = l.organisation_id and n.side = 'TO'
					  join organisation_changes c on c.id = n.change_id
					  join organisation_change_parts f on f.change_id = c.id and f.side = 'FROM'
					  where l.depth < %2$d
					  and f.organisation_id <> n.organisation_id
					  and c.kind <> 'FUNCTIONS_TRANSFERRED'
					  and %1$s is not null
					)
					select distinct p.organisation_id, p.kind, l.change_date, r.role_id
					from unnest(cast(:organisations as varchar array), cast(:kinds as varchar array)) p(organisation_id, kind)
					join line l on l.root_id = p.organisation_id and l.depth > 0
					join organisation_roles r on r.organisation_id = l.organisation_id
					join role_kinds k on k.role_id = r.role_id and k.kind = p.kind
					order by p.organisation_id, p.kind, r.role_id, l.change_date
					"""
				.formatted(date, FURTHEST))
			.param("organisations", new SqlArrayValue("varchar", posts.stream().map(Post::organisationKey).toArray()))
			.param("kinds", new SqlArrayValue("varchar", posts.stream().map((post) -> post.kind().name()).toArray()))
			.query((row, number) -> roles.add(
					new Post(row.getString("organisation_id"), RoleKind.valueOf(row.getString("kind"))),
					new LineRole(row.getString("role_id"), FuzzyDate.parse(row.getString("change_date")))))
			.list();
		return roles.lists();
	}

}

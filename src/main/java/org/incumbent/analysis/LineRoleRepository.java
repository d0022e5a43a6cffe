package org.incumbent.analysis;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.lineage.Calendar;
import org.incumbent.paging.Grouping;
import org.incumbent.role.RoleKind;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the roles of the bodies that others came from, however many changes ago, by the
 * dates of one calendar. A role comes once for each change by which a way begins.
 */
@Repository
class LineRoleRepository {

	private final JdbcClient jdbc;

	LineRoleRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The roles of a post's kind at the bodies that its body came from.
	 */
	Map<Post, List<LineRole>> findByPosts(Collection<Post> posts, Calendar calendar) {
		Grouping<Post, LineRole> roles = new Grouping<>(posts);
		this.jdbc
			.sql("""
					select distinct p.organisation_id, p.kind, r.role_id, %1$s as change_date
					from unnest(cast(:organisations as varchar array), cast(:kinds as varchar array)) p(organisation_id, kind)
					join lineage_origins l on l.organisation_id = p.organisation_id and l.calendar = '%2$s'
					join organisation_changes c on c.id = l.change_id
					join organisation_roles r on r.organisation_id = l.earlier_id
					join role_kinds k on k.role_id = r.role_id and k.kind = p.kind
					order by p.organisation_id, p.kind, r.role_id, change_date
					"""
				.formatted(dateOn(calendar), calendar))
			.param("organisations", new SqlArrayValue("varchar", posts.stream().map(Post::organisationKey).toArray()))
			.param("kinds", new SqlArrayValue("varchar", posts.stream().map((post) -> post.kind().name()).toArray()))
			.query(ResultRow.each((row) -> roles
				.add(new Post(row.getString("organisation_id"), RoleKind.valueOf(row.getString("kind"))), of(row))))
			.list();
		return roles.lists();
	}

	/**
	 * The roles like each role at the bodies that its own came from.
	 */
	Map<String, List<LineRole>> findByRoles(Collection<String> keys, Calendar calendar) {
		Grouping<String, LineRole> roles = new Grouping<>(keys);
		this.jdbc.sql("""
				select distinct u.owner_id, r.role_id, %1$s as change_date
				from unnest(cast(:roles as varchar array)) u(owner_id)
				join role_lineage s on s.role_id = u.owner_id and s.calendar = '%2$s'
				join organisation_roles r on r.role_id = s.earlier_role_id
				join organisation_roles o on o.role_id = u.owner_id
				join lineage_origins l on l.organisation_id = o.organisation_id and l.calendar = '%2$s'
				  and l.earlier_id = r.organisation_id
				join organisation_changes c on c.id = l.change_id
				order by u.owner_id, r.role_id, change_date
				""".formatted(dateOn(calendar), calendar))
			.param("roles", new SqlArrayValue("varchar", keys.toArray()))
			.query(ResultRow.each((row) -> roles.add(row.getString("owner_id"), of(row))))
			.list();
		return roles.lists();
	}

	private static LineRole of(ResultRow row) throws SQLException {
		return new LineRole(row.getString("role_id"), FuzzyDate.parse(row.getString("change_date")));
	}

	private static String dateOn(Calendar calendar) {
		return switch (calendar) {
			case LEGAL -> "c.legal_on";
			case OPERATIONAL -> "c.operational_on";
		};
	}

}

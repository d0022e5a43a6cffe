package org.incumbent.organogram;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.incumbent.paging.AsOf;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Grouping;
import org.incumbent.store.ResultRow;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the roles that a body had on a day, and the lines in which they reported.
 */
@Repository
class OrganogramRepository {

	private final JdbcClient jdbc;

	OrganogramRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The roles that each body had on a day or may have had, joint ones included, those
	 * left out of which sources name no post. Whoever took up a role by a day shows that
	 * it was there by then, and whoever left it on or after a day that it was still
	 * there.
	 */
	Map<String, List<RoleOfBody>> findRoles(Collection<String> organisations, LocalDate day) {
		Bindings bindings = new Bindings();
		String sql = """
				select u.owner_id, t.id, t.exists_from_earliest, t.exists_from_latest, t.exists_until_earliest,
				  t.exists_until_latest, t.organisation_id = u.owner_id or coalesce(%1$s, false) as body_shown,
				  exists (
				    select 1 from appointments a
				    where a.role_id = t.id and a.held_from_latest <= %2$s and a.capacity <> 'DESIGNATE'
				  ) as shown_by_then,
				  exists (
				    select 1 from appointments a
				    where a.role_id = t.id and a.held_until_earliest >= %2$s and a.capacity <> 'DESIGNATE'
				  ) as shown_still
				from unnest(cast(%3$s as varchar array)) u(owner_id)
				join organisations b on b.id = u.owner_id
				join organisation_roles l on l.organisation_id = u.owner_id
				join roles t on t.id = l.role_id
				where %4$s
				and %5$s
				and exists (select 1 from role_kinds k where k.role_id = t.id and k.kind <> 'UNSPECIFIED')
				order by u.owner_id, t.id
				""".formatted(AsOf.certain("b.exists", day, bindings), bindings.bind(day),
				bindings.bind(new SqlArrayValue("varchar", organisations.toArray())),
				AsOf.notExcluded("b.exists", day, bindings), AsOf.notExcluded("t.exists", day, bindings));
		Grouping<String, RoleOfBody> roles = new Grouping<>(organisations);
		this.jdbc.sql(sql)
			.params(bindings.values())
			.query(ResultRow.each((row) -> roles.add(row.getString("owner_id"),
					new RoleOfBody(row.getString("id"), life(row, day), row.getBoolean("body_shown")))))
			.list();
		return roles.lists();
	}

	/**
	 * What each role reported to on a day: a certain line before a possible one, then the
	 * latest; roles without a line left out.
	 */
	Map<String, Line> findLines(Collection<String> roles, LocalDate day) {
		Bindings bindings = new Bindings();
		String certain = "coalesce(%s, false)".formatted(AsOf.certain("l.holds", day, bindings));
		String sql = """
				select l.role_id, l.reports_to_id, %s as is_certain
				from unnest(cast(%s as varchar array)) u(id)
				join reporting_lines l on l.role_id = u.id
				join roles t on t.id = l.reports_to_id
				where %s
				and %s
				order by l.role_id, is_certain desc, case when l.start_date is null then 1 else 0 end, l.start_sort desc,
				  l.id
				"""
			.formatted(certain, bindings.bind(new SqlArrayValue("varchar", roles.toArray())),
					AsOf.notExcluded("l.holds", day, bindings), AsOf.notExcluded("t.exists", day, bindings));
		Map<String, Line> lines = new HashMap<>();
		this.jdbc.sql(sql)
			.params(bindings.values())
			.query(ResultRow.each((row) -> lines.putIfAbsent(row.getString("role_id"),
					new Line(row.getString("reports_to_id"),
							row.getBoolean("is_certain") ? Certainty.CERTAIN : Certainty.POSSIBLE))))
			.list();
		return lines;
	}

	/**
	 * The role's life with what its holders show of the day.
	 */
	private static Bounds life(ResultRow row, LocalDate day) throws SQLException {
		Bounds own = row.bounds("exists");
		boolean late = own.startLatest() == null || own.startLatest().isAfter(day);
		boolean early = own.endEarliest() == null || own.endEarliest().isBefore(day);
		return new Bounds(own.startEarliest(), (late && row.getBoolean("shown_by_then")) ? day : own.startLatest(),
				(early && row.getBoolean("shown_still")) ? day : own.endEarliest(), own.endLatest());
	}

}

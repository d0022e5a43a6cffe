package org.incumbent.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Grouping;
import org.incumbent.role.RoleKind;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds who served at the same bodies. A whole sector is no such body, and work without a
 * post or before one is taken up is no such service.
 */
@Repository
class ServiceRepository {

	private static final String COLUMNS = """
			%1$s.id as %2$sid, %1$s.person_id as %2$sperson_id, %1$s.role_id as %2$srole_id,
			%1$s.single_seat as %2$ssingle_seat, %1$s.state as %2$sstate,
			%1$s.held_from_earliest as %2$sheld_from_earliest, %1$s.held_from_latest as %2$sheld_from_latest,
			%1$s.held_until_earliest as %2$sheld_until_earliest, %1$s.held_until_latest as %2$sheld_until_latest""";

	private static final String IN_POST = """
			%1$s.capacity <> 'DESIGNATE'
			and not exists (
			  select 1 from role_kinds k
			  where k.role_id = %2$s.role_id and k.kind = 'UNSPECIFIED'
			)""";

	private final JdbcClient jdbc;

	ServiceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The overlaps of each person's tenures with those of others at the same body.
	 * @param kinds of which both roles have to be, any kind if null
	 */
	Map<String, List<Beside>> findBeside(Collection<String> people, @Nullable List<RoleKind> kinds) {
		Bindings bindings = new Bindings();
		String ids = bindings.bind(new SqlArrayValue("varchar", people.toArray()));
		String sql = """
				select x.organisation_id, %s, %s
				from unnest(cast(%s as varchar array)) u(person_id)
				join appointments a on a.person_id = u.person_id
				join organisation_roles x on x.role_id = a.role_id
				join organisations g on g.id = x.organisation_id and g.kind <> 'SECTOR'
				join organisation_roles y on y.organisation_id = x.organisation_id
				join appointments b on b.role_id = y.role_id and b.person_id <> a.person_id
				where (a.held_from_earliest is null or b.held_until_latest is null
				  or a.held_from_earliest <= b.held_until_latest)
				and (b.held_from_earliest is null or a.held_until_latest is null
				  or b.held_from_earliest <= a.held_until_latest)
				and %s
				and %s
				and %s
				and %s
				order by u.person_id, x.organisation_id, a.id, b.id
				""".formatted(COLUMNS.formatted("a", "one_"), COLUMNS.formatted("b", "other_"), ids,
				IN_POST.formatted("a", "x"), IN_POST.formatted("b", "y"), ofKinds("x", kinds, bindings),
				ofKinds("y", kinds, bindings));
		Grouping<String, Beside> beside = new Grouping<>(people);
		this.jdbc.sql(sql)
			.params(bindings.values())
			.query(ResultRow.each((row) -> beside.add(row.getString("one_person_id"),
					new Beside(Service.of(row, "one_"), Service.of(row, "other_")))))
			.list();
		return beside.lists();
	}

	/**
	 * All tenures of people.
	 */
	List<Service> findByPeople(Collection<String> people) {
		return this.jdbc.sql("""
				select x.organisation_id, %s
				from unnest(cast(:people as varchar array)) u(person_id)
				join appointments t on t.person_id = u.person_id
				join organisation_roles x on x.role_id = t.role_id
				join organisations g on g.id = x.organisation_id and g.kind <> 'SECTOR'
				where %s
				order by x.organisation_id, t.id
				""".formatted(COLUMNS.formatted("t", ""), IN_POST.formatted("t", "x")))
			.param("people", new SqlArrayValue("varchar", people.toArray()))
			.query(ResultRow.each((row) -> Service.of(row, "")))
			.list();
	}

	/**
	 * All tenures at bodies, up to one more than a number of them.
	 */
	List<Service> findByOrganisations(Collection<String> organisations, int most) {
		return this.jdbc.sql("""
				select x.organisation_id, %s
				from unnest(cast(:organisations as varchar array)) u(organisation_id)
				join organisation_roles x on x.organisation_id = u.organisation_id
				join appointments t on t.role_id = x.role_id
				where %s
				order by x.organisation_id, t.id
				fetch first %d rows only
				""".formatted(COLUMNS.formatted("t", ""), IN_POST.formatted("t", "x"), most + 1))
			.param("organisations", new SqlArrayValue("varchar", organisations.toArray()))
			.query(ResultRow.each((row) -> Service.of(row, "")))
			.list();
	}

	private static String ofKinds(String alias, @Nullable List<RoleKind> kinds, Bindings bindings) {
		if (kinds == null) {
			return "true";
		}
		return """
				exists (
				  select 1 from role_kinds k
				  where k.role_id = %s.role_id and %s
				)""".formatted(alias, bindings.in("k.kind", kinds));
	}

	/**
	 * A person's tenure at a body, and another's.
	 */
	record Beside(Service one, Service other) {

	}

}

package org.incumbent.role;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.paging.AsOf;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.Join;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Link;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds roles and the lines in which they report.
 */
@Repository
public class RoleRepository implements NodeRepository<Role> {

	private static final String TABLE = "roles";

	private static final Sort BY_NAME = new Sort("roles", "name_sort", false);

	private static final Link OF_ORGANISATION = () -> new Join("organisation_roles l",
			"l.organisation_id = u.parent_id", "join roles t on t.id = l.role_id");

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	RoleRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Role> type() {
		return Role.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public String slug(Role role) {
		return role.slug();
	}

	@Override
	public Map<String, Role> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Role", Role::of, keys);
	}

	Optional<Role> findBySlug(String slug) {
		return this.lookup.findBySlug(TABLE, "Role", Role::of, slug);
	}

	Connection<Role> list(@Nullable RoleFilter filter, PageRequest page) {
		return this.pages.page(new Listing("roles", null, filter, null, page),
				() -> selection(new RoleArguments(filter, page)));
	}

	/**
	 * The roles of each organisation, joint ones included, as a page by title.
	 */
	Map<String, Connection<Role>> findByOrganisations(Collection<String> organisations, RoleArguments arguments) {
		return this.pages.pages(selection(arguments), OF_ORGANISATION, organisations);
	}

	/**
	 * The roles of a kind at a body that may have existed on some day of a span, joint
	 * ones included, by title.
	 * @param first the span's first day, null where it has none
	 * @param last the span's last day, null where it has none
	 */
	public List<Role> findByKind(String organisation, RoleKind kind, @Nullable LocalDate first,
			@Nullable LocalDate last) {
		Bindings bindings = new Bindings();
		String sql = """
				select t.*
				from organisation_roles l
				join organisations b on b.id = l.organisation_id
				join roles t on t.id = l.role_id
				join role_kinds k on k.role_id = t.id and k.kind = %s
				where l.organisation_id = %s
				and %s
				and %s
				order by t.name_sort, t.id
				""".formatted(bindings.bind(kind.name()), bindings.bind(organisation),
				AsOf.notExcluded("t.exists", first, last, bindings),
				AsOf.notExcluded("b.exists", first, last, bindings));
		return this.jdbc.sql(sql).params(bindings.values()).query(ResultRow.each(Role::of)).list();
	}

	/**
	 * What each role reported to on a day, or at any time where none is given: a certain
	 * line before a possible one, then the latest; an empty list for a role without one.
	 * A role that had surely gone by the day, or was yet to come, has nobody reporting to
	 * it.
	 */
	Map<String, List<Role>> findReportsTo(Collection<String> roles, @Nullable LocalDate asOf) {
		Bindings bindings = new Bindings();
		String certain = (asOf != null) ? AsOf.certain("l.holds", asOf, bindings) : "true";
		String sql = """
				select u.reporting_id, t.*
				from unnest(cast(%s as varchar array)) u(reporting_id)
				join reporting_lines l on l.role_id = u.reporting_id
				join roles t on t.id = l.reports_to_id
				where %s
				and %s
				order by u.reporting_id, case when %s then 0 else 1 end,
				  case when l.start_date is null then 1 else 0 end, l.start_sort desc, l.id
				""".formatted(bindings.bind(new SqlArrayValue("varchar", roles.toArray())),
				AsOf.notExcluded("l.holds", asOf, bindings), AsOf.notExcluded("t.exists", asOf, bindings), certain);
		Grouping<String, Role> reportsTo = new Grouping<>(roles);
		this.jdbc.sql(sql)
			.params(bindings.values())
			.query(ResultRow.each((row) -> reportsTo.add(row.getString("reporting_id"), Role.of(row))))
			.list();
		return reportsTo.lists();
	}

	/**
	 * The keys of the further bodies of each joint role, by name; an empty list for a
	 * role of one body.
	 */
	Map<String, List<String>> findOtherOrganisations(Collection<String> roles) {
		Grouping<String, String> others = new Grouping<>(roles);
		this.jdbc.sql("""
				select r.role_id, r.organisation_id
				from unnest(cast(:ids as varchar array)) u(id)
				join role_organisations r on r.role_id = u.id
				join organisations o on o.id = r.organisation_id
				order by r.role_id, o.name_sort, o.id
				""")
			.param("ids", new SqlArrayValue("varchar", roles.toArray()))
			.query(ResultRow.each((row) -> others.add(row.getString("role_id"), row.getString("organisation_id"))))
			.list();
		return others.lists();
	}

	private static Selection<Role> selection(RoleArguments arguments) {
		Bindings bindings = new Bindings();
		return new Selection<>("roles", Role::of, Filter.sqlOf(arguments.filter(), bindings), bindings, BY_NAME,
				arguments.page());
	}

	/**
	 * What a client sends with a list of roles.
	 */
	record RoleArguments(@Nullable RoleFilter filter, PageRequest page) {

	}

}

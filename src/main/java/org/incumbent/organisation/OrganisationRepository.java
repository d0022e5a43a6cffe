package org.incumbent.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.naming.NameRepository;
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
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds organisations and how they hang together.
 */
@Repository
public class OrganisationRepository implements NodeRepository<Organisation> {

	private static final String TABLE = "organisations";

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	private final NameRepository names;

	OrganisationRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages, NameRepository names) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
		this.names = names;
	}

	@Override
	public Class<Organisation> type() {
		return Organisation.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public String slug(Organisation organisation) {
		return organisation.slug();
	}

	@Override
	public Map<String, Organisation> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Organisation", Organisation::of, keys);
	}

	Optional<Organisation> findBySlug(String slug) {
		return this.lookup.findBySlug(TABLE, "Organisation", Organisation::of, slug);
	}

	/**
	 * The organisation that an argument asks for.
	 * @param argument the argument's name, for the error of a bad id
	 */
	public Optional<Organisation> find(OrganisationBy by, String argument) {
		if (by.slug() != null) {
			return findBySlug(by.slug());
		}
		Optional<String> key = (by.id() != null)
				? Optional.of(GlobalId.keyOf(by.id(), "Organisation", argument + ".id"))
				: this.names.findByIdentifier("Organisation", by.code());
		return key.map((found) -> findByIds(List.of(found)).get(found));
	}

	Connection<Organisation> list(@Nullable OrganisationFilter filter, @Nullable OrganisationOrder order,
			PageRequest page) {
		return this.pages.page(new Listing("organisations", null, filter, order, page),
				() -> selection(filter, order, page));
	}

	private static Selection<Organisation> selection(@Nullable OrganisationFilter filter,
			@Nullable OrganisationOrder order, PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("organisations", Organisation::of, Filter.sqlOf(filter, bindings), bindings,
				OrganisationOrder.sort(order), page);
	}

	/**
	 * The parts of each organisation, as a page by name.
	 */
	Map<String, Connection<Organisation>> findChildren(Collection<String> parents, ChildrenArguments arguments) {
		Bindings bindings = new Bindings();
		String onTheDay = AsOf.notExcluded("r.holds", arguments.asOf(), bindings);
		String parts = """
				(
				  select distinct r.related_id, r.organisation_id
				  from organisation_relations r
				  where r.related_id in (select w.id from unnest(cast(:parents as varchar array)) w(id))
				  and r.kind = 'PART_OF' and %s
				) l""".formatted(onTheDay);
		Link link = () -> new Join(parts, "l.related_id = u.parent_id",
				"join organisations t on t.id = l.organisation_id");
		return this.pages.pages(new Selection<>("organisations", Organisation::of, "true", bindings,
				OrganisationOrder.sort(null), arguments.page()), link, parents);
	}

	/**
	 * What each organisation was part or member of on a day, or at any time where none is
	 * given: the certain ones first, then the latest; an empty list where nothing is
	 * recorded.
	 */
	Map<String, List<Organisation>> findRelated(Collection<String> organisations, RelationKind kind,
			@Nullable LocalDate asOf) {
		Bindings bindings = new Bindings();
		String certain = (asOf != null) ? AsOf.certain("l.holds", asOf, bindings) : "true";
		String sql = """
				select u.part_id, t.*
				from unnest(cast(%s as varchar array)) u(part_id)
				join organisation_relations l on l.organisation_id = u.part_id and l.kind = %s
				join organisations t on t.id = l.related_id
				where %s
				order by u.part_id, case when %s then 0 else 1 end,
				  case when l.start_date is null then 1 else 0 end, l.start_sort desc, l.id
				""".formatted(bindings.bind(new SqlArrayValue("varchar", organisations.toArray())),
				bindings.bind(kind.name()), AsOf.notExcluded("l.holds", asOf, bindings), certain);
		Grouping<String, Organisation> related = new Grouping<>(organisations);
		this.jdbc.sql(sql)
			.params(bindings.values())
			.query(ResultRow.each((row) -> related.add(row.getString("part_id"), Organisation.of(row))))
			.list();
		related.lists().replaceAll((part, wholes) -> wholes.stream().distinct().toList());
		return related.lists();
	}

	/**
	 * How one organisation belongs to another.
	 */
	enum RelationKind {

		PART_OF, MEMBER_OF

	}

	/**
	 * What a client sends with a list of parts.
	 */
	record ChildrenArguments(@Nullable LocalDate asOf, PageRequest page) {

	}

}

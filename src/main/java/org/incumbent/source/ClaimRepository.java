package org.incumbent.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
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
 * Finds claims by the record they are about and by the source that makes them.
 */
@Repository
class ClaimRepository implements NodeRepository<Claim> {

	private static final String TABLE = "claims";

	private static final Sort BY_SUBJECT = new Sort("claims", "claim_sort", false);

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	ClaimRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Claim> type() {
		return Claim.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public Map<String, Claim> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Claim", Claim::of, keys);
	}

	/**
	 * All claims on each of the records, by field; an empty list for a record without
	 * any.
	 */
	Map<Subject, List<Claim>> findBySubjects(Collection<Subject> subjects) {
		Grouping<Subject, Claim> claims = new Grouping<>(subjects);
		this.jdbc.sql("""
				select t.*
				from unnest(cast(:types as varchar array), cast(:ids as varchar array)) u(subject_type, subject_id)
				join claims t on t.subject_type = u.subject_type and t.subject_id = u.subject_id
				order by t.claim_sort, t.id
				""")
			.param("types", new SqlArrayValue("varchar", subjects.stream().map(Subject::type).toArray()))
			.param("ids", new SqlArrayValue("varchar", subjects.stream().map(Subject::key).toArray()))
			.query(ResultRow.each(Claim::of))
			.list()
			.forEach((claim) -> claims.add(claim.about(), claim));
		return claims.lists();
	}

	Connection<Claim> list(@Nullable ClaimFilter filter, PageRequest page) {
		return this.pages.page(new Listing("claims", null, filter, null, page),
				() -> selection(new ClaimArguments(filter, page)));
	}

	/**
	 * The claims that each source makes, as a page by record and field.
	 */
	Map<String, Connection<Claim>> findBySources(Collection<String> sources, ClaimArguments arguments) {
		Link bySource = () -> new Join("claims t", "t.source_id = u.parent_id");
		return this.pages.pages(selection(arguments), bySource, sources);
	}

	private static Selection<Claim> selection(ClaimArguments arguments) {
		Bindings bindings = new Bindings();
		return new Selection<>("claims", Claim::of, Filter.sqlOf(arguments.filter(), bindings), bindings, BY_SUBJECT,
				arguments.page());
	}

	/**
	 * What a client sends with a list of claims.
	 */
	record ClaimArguments(@Nullable ClaimFilter filter, PageRequest page) {

	}

}

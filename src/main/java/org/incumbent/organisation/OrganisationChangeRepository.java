package org.incumbent.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.paging.Grouping;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds organisation changes and the bodies on both sides of them.
 */
@Repository
public class OrganisationChangeRepository implements NodeRepository<OrganisationChange> {

	private static final String TABLE = "organisation_changes";

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	OrganisationChangeRepository(JdbcClient jdbc, LookupRepository lookup) {
		this.jdbc = jdbc;
		this.lookup = lookup;
	}

	@Override
	public Class<OrganisationChange> type() {
		return OrganisationChange.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public Map<String, OrganisationChange> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "OrganisationChange", OrganisationChange::of, keys);
	}

	/**
	 * The changes that each organisation came from or went into, oldest first.
	 */
	Map<String, List<OrganisationChange>> findByOrganisations(Collection<String> organisations) {
		return find("""
				select u.owner_id, t.*
				from unnest(cast(:ids as varchar array)) u(owner_id)
				join (
				  select distinct p.organisation_id, p.change_id
				  from organisation_change_parts p
				  where p.organisation_id = any(:ids)
				) l on l.organisation_id = u.owner_id
				join organisation_changes t on t.id = l.change_id
				order by u.owner_id, t.change_sort, t.id
				""", organisations);
	}

	/**
	 * The changes that happened with each event, oldest first.
	 */
	public Map<String, List<OrganisationChange>> findByEvents(Collection<String> events) {
		return find("""
				select u.owner_id, t.*
				from unnest(cast(:ids as varchar array)) u(owner_id)
				join organisation_changes t on t.event_id = u.owner_id
				order by u.owner_id, t.change_sort, t.id
				""", events);
	}

	/**
	 * The bodies on one side of each change, by name.
	 */
	Map<String, List<Organisation>> findBodies(Collection<String> changes, Side side) {
		Grouping<String, Organisation> bodies = new Grouping<>(changes);
		this.jdbc.sql("""
				select p.change_id, t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join organisation_change_parts p on p.change_id = u.id and p.side = :side
				join organisations t on t.id = p.organisation_id
				order by p.change_id, t.name_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", changes.toArray()))
			.param("side", side.name())
			.query(ResultRow.each((row) -> bodies.add(row.getString("change_id"), Organisation.of(row))))
			.list();
		return bodies.lists();
	}

	private Map<String, List<OrganisationChange>> find(String sql, Collection<String> owners) {
		Grouping<String, OrganisationChange> changes = new Grouping<>(owners);
		this.jdbc.sql(sql)
			.param("ids", new SqlArrayValue("varchar", owners.toArray()))
			.query(ResultRow.each((row) -> changes.add(row.getString("owner_id"), OrganisationChange.of(row))))
			.list();
		return changes.lists();
	}

	/**
	 * Which bodies of a change: those it came from, or those it led to.
	 */
	public enum Side {

		FROM, TO

	}

}

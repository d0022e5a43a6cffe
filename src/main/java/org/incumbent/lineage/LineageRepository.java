package org.incumbent.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.paging.Grouping;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds what organisations came from and went into.
 */
@Repository
class LineageRepository {

	private final JdbcClient jdbc;

	LineageRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What each organisation came from or went into, the nearest first; an empty list
	 * where nothing is recorded.
	 */
	Map<String, List<OrganisationLink>> findLinks(Collection<String> organisations, Reach reach) {
		String sql = """
				select u.owner_id, t.id, l.distance, c.id as change_id
				from unnest(cast(:ids as varchar array)) u(owner_id)
				join organisation_lineage l on %s
				join organisations t on %s
				join organisation_changes c on %s
				where l.calendar = :calendar
				and l.distance <= :depth
				order by u.owner_id, l.distance, c.change_sort, t.name_sort, t.id
				""".formatted(reach.side().owner, reach.side().other, reach.side().change);
		Grouping<String, OrganisationLink> links = new Grouping<>(organisations);
		this.jdbc.sql(sql)
			.param("ids", new SqlArrayValue("varchar", organisations.toArray()))
			.param("calendar", reach.calendar().name())
			.param("depth", reach.depth())
			.query(ResultRow.each((row) -> links.add(row.getString("owner_id"),
					new OrganisationLink(row.getString("id"), row.getString("change_id"), row.getInt("distance")))))
			.list();
		return links.lists();
	}

	/**
	 * Which way in time; the change is the one next to the other body.
	 */
	enum Side {

		PREDECESSORS("l.successor_id = u.owner_id", "t.id = l.organisation_id", "c.id = l.first_change"),

		SUCCESSORS("l.organisation_id = u.owner_id", "t.id = l.successor_id", "c.id = l.last_change");

		private final String owner;

		private final String other;

		private final String change;

		Side(String owner, String other, String change) {
			this.owner = owner;
			this.other = other;
			this.change = change;
		}

	}

	/**
	 * What a client sends with a list of predecessors or successors.
	 */
	record Reach(Side side, int depth, Calendar calendar) {

	}

}

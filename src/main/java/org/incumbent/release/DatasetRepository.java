package org.incumbent.release;

import java.util.List;

import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what is known of the release as a whole.
 */
@Repository
class DatasetRepository {

	private final JdbcClient jdbc;

	DatasetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many records of each type there are, by type; bodies that sources do not name
	 * are left out.
	 */
	List<RecordCount> count() {
		return this.jdbc.sql("""
				select 'Appointment' as type, count(*) as total from appointments
				union all
				select 'Claim', count(*) from claims
				union all
				select 'Event', count(*) from events
				union all
				select 'Organisation', count(*) from organisations where named
				union all
				select 'OrganisationChange', count(*) from organisation_changes
				union all
				select 'Person', count(*) from people
				union all
				select 'Quote', count(*) from quotes
				union all
				select 'Role', count(*) from roles
				union all
				select 'Source', count(*) from sources
				union all
				select 'Topic', count(*) from topics
				order by type
				""").query(ResultRow.each((row) -> new RecordCount(row.getString("type"), row.getInt("total")))).list();
	}

}

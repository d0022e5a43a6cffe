package org.incumbent.attribution;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.appointment.Appointment;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.KeysetRepository;
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
 * Lists attributions that disagree with the dataset, which are among its suspicious
 * facts, and finds what their speakers held.
 */
@Repository
class AttributionRepository {

	private static final Sort BY_QUOTE = new Sort("attributionMismatches", "id", false);

	private final JdbcClient jdbc;

	private final KeysetRepository pages;

	AttributionRepository(JdbcClient jdbc, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.pages = pages;
	}

	Connection<AttributionMismatch> list(@Nullable AttributionFilter filter, PageRequest page) {
		return this.pages.page(new Listing("attributionMismatches", null, filter, null, page),
				() -> selection(filter, page));
	}

	private static Selection<AttributionMismatch> selection(@Nullable AttributionFilter filter, PageRequest page) {
		Bindings bindings = new Bindings();
		String conditions = "t.rule = 'MISMATCHED_ATTRIBUTION' and " + Filter.sqlOf(filter, bindings);
		return new Selection<>("suspicious_facts", AttributionMismatch::of, conditions, bindings, BY_QUOTE, page);
	}

	/**
	 * What the speaker of each quote held on a day on which it may have been said,
	 * certainly or possibly, oldest first; an empty list where nothing is recorded.
	 */
	Map<String, List<Appointment>> findHeldThen(Collection<String> quotes) {
		Grouping<String, Appointment> held = new Grouping<>(quotes);
		this.jdbc.sql("""
				select q.id as quote_id, t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join quotes q on q.id = u.id
				join appointments t on t.person_id = q.speaker_person_id
				where (t.held_from_earliest is null or q.said_latest is null or t.held_from_earliest <= q.said_latest)
				and (t.held_until_latest is null or q.said_earliest is null or t.held_until_latest >= q.said_earliest)
				order by q.id, t.start_sort, t.end_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", quotes.toArray()))
			.query(ResultRow.each((row) -> held.add(row.getString("quote_id"), Appointment.of(row))))
			.list();
		return held.lists();
	}

}

package org.incumbent.quote;

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
import org.incumbent.paging.TextSearch;
import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds quotes and what they refer to.
 */
@Repository
class QuoteRepository implements NodeRepository<Quote> {

	private static final String TABLE = "quotes";

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	QuoteRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Quote> type() {
		return Quote.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public Map<String, Quote> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Quote", Quote::of, keys);
	}

	Connection<Quote> list(@Nullable QuoteFilter filter, @Nullable QuoteOrder order, PageRequest page) {
		return this.pages.page(new Listing("quotes", null, filter, order, page), () -> selection(filter, order, page)
			.searching(TextSearch.of("Quote", QuoteOrder.PLACES, filter, (filter != null) ? filter.text() : null)));
	}

	/**
	 * The quotes of, about or in reaction to each parent, as a page.
	 */
	Map<String, Connection<Quote>> findByParents(Collection<String> parents, QuoteArguments arguments) {
		return this.pages.pages(selection(arguments.filter(), arguments.order(), arguments.page()), arguments.of(),
				parents);
	}

	/**
	 * The keys of the appointments that each quote's attribution names, by role and body;
	 * an empty list where it names none.
	 */
	Map<String, List<String>> findSpeakingAs(Collection<String> quotes) {
		Grouping<String, String> appointments = new Grouping<>(quotes);
		this.jdbc.sql("""
				select q.quote_id, q.appointment_id
				from unnest(cast(:ids as varchar array)) u(id)
				join quote_roles q on q.quote_id = u.id
				join appointments a on a.id = q.appointment_id
				order by q.quote_id, a.start_sort, a.role_sort, a.id
				""")
			.param("ids", new SqlArrayValue("varchar", quotes.toArray()))
			.query(ResultRow
				.each((row) -> appointments.add(row.getString("quote_id"), row.getString("appointment_id"))))
			.list();
		return appointments.lists();
	}

	/**
	 * What each quote is about, by type and key; an empty list where nothing is recorded.
	 */
	Map<String, List<Subject>> findSubjects(Collection<String> quotes) {
		return findReferences("""
				select q.quote_id, q.subject_type, q.subject_id
				from unnest(cast(:ids as varchar array)) u(id)
				join quote_subjects q on q.quote_id = u.id
				order by q.quote_id, q.subject_type, q.subject_id
				""", quotes);
	}

	/**
	 * What each quote reacts to, by type and key; an empty list where it reacts to
	 * nothing.
	 */
	Map<String, List<Subject>> findTargets(Collection<String> quotes) {
		return findReferences("""
				select q.quote_id, q.target_type as subject_type, q.target_id as subject_id
				from unnest(cast(:ids as varchar array)) u(id)
				join quote_targets q on q.quote_id = u.id
				order by q.quote_id, q.target_type, q.target_id
				""", quotes);
	}

	private Map<String, List<Subject>> findReferences(String sql, Collection<String> quotes) {
		Grouping<String, Subject> references = new Grouping<>(quotes);
		this.jdbc.sql(sql)
			.param("ids", new SqlArrayValue("varchar", quotes.toArray()))
			.query(ResultRow.each((row) -> references.add(row.getString("quote_id"), Subject.of(row))))
			.list();
		return references.lists();
	}

	private static Selection<Quote> selection(@Nullable QuoteFilter filter, @Nullable QuoteOrder order,
			PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("quotes", Quote::of, Filter.sqlOf(filter, bindings), bindings, QuoteOrder.sort(order),
				page);
	}

	/**
	 * Whose quotes, or quotes about what.
	 */
	enum QuotesOf implements Link {

		PERSON, ORGANISATION, ABOUT_PERSON, ABOUT_ORGANISATION, APPOINTMENT, EVENT, REACTING_TO_EVENT, SOURCE, TOPIC;

		@Override
		public Join join() {
			return switch (this) {
				case PERSON -> new Join("quotes t", "t.speaker_person_id = u.parent_id");
				case ORGANISATION -> new Join("quotes t", "t.speaker_organisation_id = u.parent_id");
				case ABOUT_PERSON ->
					new Join("quote_subjects l", "l.subject_type = 'Person' and l.subject_id = u.parent_id",
							"join quotes t on t.id = l.quote_id");
				case ABOUT_ORGANISATION ->
					new Join("quote_subjects l", "l.subject_type = 'Organisation' and l.subject_id = u.parent_id",
							"join quotes t on t.id = l.quote_id");
				case APPOINTMENT ->
					new Join("quote_roles l", "l.appointment_id = u.parent_id", "join quotes t on t.id = l.quote_id");
				case EVENT -> new Join("quotes t", "t.setting_event_id = u.parent_id");
				case REACTING_TO_EVENT ->
					new Join("event_reactions l", "l.event_id = u.parent_id", "join quotes t on t.id = l.quote_id");
				case SOURCE -> new Join("quotes t", "t.source_id = u.parent_id");
				case TOPIC -> new Join("topic_subjects l", "l.topic_id = u.parent_id and l.subject_type = 'Quote'",
						"join quotes t on t.id = l.subject_id");
			};
		}

	}

	/**
	 * What a client sends with a list of quotes.
	 */
	record QuoteArguments(QuotesOf of, @Nullable QuoteFilter filter, @Nullable QuoteOrder order, PageRequest page) {

	}

}

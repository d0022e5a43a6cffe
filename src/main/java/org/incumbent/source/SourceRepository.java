package org.incumbent.source;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
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
 * Finds sources, and those that stand behind other records.
 */
@Repository
class SourceRepository implements NodeRepository<Source> {

	private static final String TABLE = "sources";

	private static final Sort NEWEST_FIRST = new Sort("sources", "published_sort", true);

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	SourceRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Source> type() {
		return Source.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public String slug(Source source) {
		return source.slug();
	}

	@Override
	public Map<String, Source> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Source", Source::of, keys);
	}

	Optional<Source> findBySlug(String slug) {
		return this.lookup.findBySlug(TABLE, "Source", Source::of, slug);
	}

	/**
	 * The source at an address; should several rows share it, the first by key.
	 */
	Optional<Source> findByUrl(String url) {
		return this.jdbc.sql("""
				select t.*
				from sources t
				where t.url = :url
				order by t.id
				fetch first 1 row only
				""").param("url", url).query(ResultRow.each(Source::of)).optional();
	}

	Connection<Source> list(@Nullable SourceFilter filter, PageRequest page) {
		return this.pages.page(new Listing("sources", null, filter, null, page), () -> selection(filter, page));
	}

	private static Selection<Source> selection(@Nullable SourceFilter filter, PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("sources", Source::of, Filter.sqlOf(filter, bindings), bindings, NEWEST_FIRST, page);
	}

	/**
	 * The sources behind each of the records, oldest first; an empty list for a record
	 * that cites none.
	 */
	Map<Subject, List<Source>> findBySubjects(Collection<Subject> subjects) {
		Grouping<Subject, Source> sources = new Grouping<>(subjects);
		this.jdbc.sql("""
				select c.subject_type, c.subject_id, t.*
				from unnest(cast(:types as varchar array), cast(:ids as varchar array)) u(subject_type, subject_id)
				join subject_sources c on c.subject_type = u.subject_type and c.subject_id = u.subject_id
				join sources t on t.id = c.source_id
				order by c.subject_type, c.subject_id, t.published_sort, t.id
				""")
			.param("types", new SqlArrayValue("varchar", subjects.stream().map(Subject::type).toArray()))
			.param("ids", new SqlArrayValue("varchar", subjects.stream().map(Subject::key).toArray()))
			.query(ResultRow.each((row) -> sources.add(Subject.of(row), Source.of(row))))
			.list();
		return sources.lists();
	}

}

package org.incumbent.topic;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;
import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds topics, and those that records are filed under.
 */
@Repository
class TopicRepository implements NodeRepository<Topic> {

	private static final String TABLE = "topics";

	private static final Sort BY_NAME = new Sort("topics", "name_sort", false);

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	TopicRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Topic> type() {
		return Topic.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public Map<String, Topic> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Topic", Topic::of, keys);
	}

	Connection<Topic> list(PageRequest page) {
		return this.pages.page(new Listing("topics", null, null, null, page),
				() -> new Selection<>("topics", Topic::of, "true", new Bindings(), BY_NAME, page));
	}

	/**
	 * The topics of each record, by name; an empty list for a record without any.
	 */
	Map<Subject, List<Topic>> findBySubjects(Collection<Subject> subjects) {
		Grouping<Subject, Topic> topics = new Grouping<>(subjects);
		this.jdbc.sql("""
				select l.subject_type, l.subject_id, t.*
				from unnest(cast(:types as varchar array), cast(:ids as varchar array)) u(subject_type, subject_id)
				join topic_subjects l on l.subject_type = u.subject_type and l.subject_id = u.subject_id
				join topics t on t.id = l.topic_id
				order by l.subject_type, l.subject_id, t.name_sort, t.id
				""")
			.param("types", new SqlArrayValue("varchar", subjects.stream().map(Subject::type).toArray()))
			.param("ids", new SqlArrayValue("varchar", subjects.stream().map(Subject::key).toArray()))
			.query(ResultRow.each((row) -> topics.add(Subject.of(row), Topic.of(row))))
			.list();
		return topics.lists();
	}

}

package org.incumbent.naming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.incumbent.paging.Grouping;
import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds other names and codes by the record that has them, and records by their codes.
 */
@Repository
public class NameRepository {

	private final JdbcClient jdbc;

	NameRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The names of each record, oldest first; an empty list for a record without any.
	 */
	Map<Subject, List<DatedName>> findNames(Collection<Subject> subjects) {
		Grouping<Subject, DatedName> names = new Grouping<>(subjects);
		bySubject("names", subjects).query(ResultRow.each((row) -> names.add(Subject.of(row), DatedName.of(row))))
			.list();
		return names.lists();
	}

	/**
	 * The codes of each record, oldest first; an empty list for a record without any.
	 */
	Map<Subject, List<Identifier>> findIdentifiers(Collection<Subject> subjects) {
		Grouping<Subject, Identifier> identifiers = new Grouping<>(subjects);
		bySubject("identifiers", subjects)
			.query(ResultRow.each((row) -> identifiers.add(Subject.of(row), Identifier.of(row))))
			.list();
		return identifiers.lists();
	}

	/**
	 * The key of the record that a code stands for; of a code that was used again, the
	 * latest.
	 */
	public Optional<String> findByIdentifier(String type, IdentifierInput identifier) {
		return this.jdbc.sql("""
				select t.subject_id
				from identifiers t
				where t.subject_type = :type
				and t.scheme = :scheme
				and t.identifier_value = :value
				order by case when t.start_date is null then 1 else 0 end, t.start_sort desc, t.id
				fetch first 1 row only
				""")
			.param("type", type)
			.param("scheme", identifier.scheme())
			.param("value", identifier.value())
			.query(String.class)
			.optional();
	}

	private JdbcClient.StatementSpec bySubject(String table, Collection<Subject> subjects) {
		return this.jdbc.sql("""
				select t.*
				from unnest(cast(:types as varchar array), cast(:ids as varchar array)) u(subject_type, subject_id)
				join %s t on t.subject_type = u.subject_type and t.subject_id = u.subject_id
				order by t.start_sort, t.id
				""".formatted(table))
			.param("types", new SqlArrayValue("varchar", subjects.stream().map(Subject::type).toArray()))
			.param("ids", new SqlArrayValue("varchar", subjects.stream().map(Subject::key).toArray()));
	}

}

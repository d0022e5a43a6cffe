package org.incumbent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/**
 * The tables that a release consists of, as SQL.
 *
 * @param number a release that was loaded with another number is loaded anew
 * @param tables the statements that make the empty tables
 * @param indexes the statements that make the indexes of full tables
 * @param derived the statements that fill tables from others
 */
record ReleaseLayout(int number, List<String> tables, List<String> indexes, List<String> derived) {

	/**
	 * The layout that this version of the application reads. The number goes up by one
	 * whenever one of the scripts, or what is put into their tables, changes.
	 */
	static final int CURRENT = 4;

	private static final String FOLDER = "db/release/";

	private static final Pattern TABLE = Pattern.compile("^create table (\\w+)");

	private static final Pattern CHANGED = Pattern.compile("^(?:insert into|update|delete from) (\\w+)");

	/** What follows from the package's rows by SQL alone, in this order. */
	private static final List<String> DERIVED = List.of("derived/links.sql", "derived/disputes.sql",
			"derived/timeline.sql");

	/** In this order, since a table's domains come before it. */
	private static final List<String> SCRIPTS = List.of("01-keys.sql", "02-organisation.sql", "03-source.sql",
			"04-person.sql", "05-role.sql", "06-event.sql", "07-appointment.sql", "08-quote.sql",
			"09-suspicious_fact.sql", "10-lineage.sql", "12-timeline.sql", "13-words.sql");

	/**
	 * The layout that this version of the application reads, for a database.
	 */
	static ReleaseLayout of(Database database) {
		List<String> tables = new ArrayList<>();
		List<String> indexes = new ArrayList<>();
		for (String script : SCRIPTS) {
			for (String statement : statements(script)) {
				String sql = statement.replace("${binary}", database.binary());
				(statement.startsWith("create index") ? indexes : tables).add(sql);
			}
		}
		return new ReleaseLayout(CURRENT, List.copyOf(tables), List.copyOf(indexes),
				DERIVED.stream().flatMap((script) -> statements(script).stream()).toList());
	}

	/**
	 * The names of the tables.
	 */
	List<String> tableNames() {
		return names(this.tables, TABLE);
	}

	/**
	 * Those of the tables that are filled from others.
	 */
	List<String> derivedNames() {
		return names(this.derived, CHANGED);
	}

	private static List<String> names(List<String> statements, Pattern pattern) {
		return statements.stream()
			.map(pattern::matcher)
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.distinct()
			.toList();
	}

	/**
	 * The statements of a script. None of them has a semicolon or a double dash within.
	 */
	private static List<String> statements(String script) {
		ClassPathResource resource = new ClassPathResource(FOLDER + script);
		try {
			String text = resource.getContentAsString(StandardCharsets.UTF_8).replaceAll("--[^\n]*", "");
			return Arrays.stream(text.split(";", -1)).map(String::strip).filter((sql) -> !sql.isEmpty()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

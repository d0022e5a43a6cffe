package org.incumbent.store;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of a release are known by name, and which of them are filled from others.
 */
class ReleaseLayoutTests {

	@ParameterizedTest
	@EnumSource
	void eachTableHasAName(Database database) {
		ReleaseLayout layout = ReleaseLayout.of(database);
		assertThat(layout.tableNames()).contains("people", "redirects", "timeline_subjects").doesNotHaveDuplicates();
		assertThat(layout.tableNames().size()).isEqualTo(
				(int) layout.tables().stream().filter((statement) -> statement.contains("create table")).count());
	}

	@ParameterizedTest
	@EnumSource
	void eachDerivedStatementChangesATable(Database database) {
		ReleaseLayout layout = ReleaseLayout.of(database);
		assertThat(layout.tableNames()).containsAll(layout.derivedNames());
		assertThat(layout.derived()).allSatisfy((statement) -> assertThat(layout.derivedNames())
			.anyMatch((table) -> statement.matches("(?s)(insert into|update|delete from) " + table + "\\b.*")));
	}

}

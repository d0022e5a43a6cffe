package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which roles a body of the small package has together with those of what it came from:
 * the board went into the trust in practice, and the trust into the group in law.
 */
class LineageTablesTests {

	private final PackageFixture data = new PackageFixture();

	@BeforeEach
	void boardIntoTrustIntoGroup() {
		this.data.append("organisation_changes.csv", "board-into-trust,ABSORBED,,2019,,,");
		parts("board-into-trust", "board", "trust");
		this.data.append("organisation_changes.csv", "trust-into-group,MERGED,,2020,2021,,");
		parts("trust-into-group", "trust", "group");
	}

	@Test
	void aCalendarHasTheChangesWithADateOnIt() {
		assertThat(rows("organisation_lineage")).containsExactlyInAnyOrder(
				"LEGAL trust group 1 trust-into-group trust-into-group",
				"OPERATIONAL board trust 1 board-into-trust board-into-trust",
				"OPERATIONAL board group 2 board-into-trust trust-into-group",
				"OPERATIONAL trust group 1 trust-into-group trust-into-group");
	}

	@Test
	void aBodyHasTheRolesOfAllThatItCameFrom() {
		assertThat(rows("lineage_roles")).filteredOn((row) -> row.contains(" group "))
			.containsExactlyInAnyOrder("LEGAL group trust-chief", "LEGAL group trust-nurse", "LEGAL group board-chair",
					"OPERATIONAL group trust-chief", "OPERATIONAL group trust-nurse", "OPERATIONAL group board-chair",
					"OPERATIONAL group board-head");
		assertThat(rows("lineage_roles")).filteredOn((row) -> row.startsWith("LEGAL trust "))
			.containsExactlyInAnyOrder("LEGAL trust trust-chief", "LEGAL trust trust-nurse", "LEGAL trust board-chair");
	}

	@Test
	void anEarlierBodyIsThereWithEachChangeByWhichAWayBegins() {
		this.data.append("organisation_changes.csv", "rest-of-board-into-group,ABSORBED,,2022,,,");
		parts("rest-of-board-into-group", "board", "group");
		this.data.append("organisation_changes.csv", "too-late-for-the-group,ABSORBED,,2023,,,");
		parts("too-late-for-the-group", "board", "trust");
		assertThat(rows("lineage_origins")).containsExactlyInAnyOrder("LEGAL group trust trust-into-group",
				"OPERATIONAL trust board board-into-trust", "OPERATIONAL trust board too-late-for-the-group",
				"OPERATIONAL group board board-into-trust", "OPERATIONAL group board rest-of-board-into-group",
				"OPERATIONAL group trust trust-into-group");
	}

	@Test
	void aRoleIsFollowedToThoseOfItsKinds() {
		assertThat(rows("role_lineage")).filteredOn((row) -> row.startsWith("OPERATIONAL trust-"))
			.containsExactlyInAnyOrder("OPERATIONAL trust-chief trust-chief", "OPERATIONAL trust-chief board-head",
					"OPERATIONAL trust-nurse trust-nurse");
		assertThat(rows("role_lineage")).filteredOn((row) -> row.startsWith("LEGAL trust-"))
			.containsExactlyInAnyOrder("LEGAL trust-chief trust-chief", "LEGAL trust-nurse trust-nurse");
	}

	@Test
	void aKindThatNamesNoSinglePostTakesTheSameTitleToo() {
		role("board-strategy", "Director of strategy", "DIRECTOR", "board");
		role("board-finance", "Director of finance", "DIRECTOR", "board");
		role("board-somebody", "Post not named", "UNSPECIFIED", "board");
		role("trust-strategy", "Director of Strategy", "DIRECTOR", "trust");
		role("trust-somebody", "Post not named", "UNSPECIFIED", "trust");
		assertThat(rows("role_lineage")).filteredOn((row) -> row.startsWith("OPERATIONAL trust-s"))
			.containsExactlyInAnyOrder("OPERATIONAL trust-strategy trust-strategy",
					"OPERATIONAL trust-strategy board-strategy", "OPERATIONAL trust-somebody trust-somebody");
	}

	@Test
	void whoTakesOverTasksDoesNotSucceedThoseWhoLed() {
		this.data.replace("organisation_changes.csv", "board-into-trust,ABSORBED",
				"board-into-trust,FUNCTIONS_TRANSFERRED");
		assertThat(rows("organisation_lineage")).anyMatch((row) -> row.startsWith("OPERATIONAL board group 2"));
		assertThat(rows("lineage_origins")).noneMatch((row) -> row.contains("board"));
		assertThat(rows("lineage_roles")).noneMatch((row) -> row.equals("OPERATIONAL group board-head"));
		assertThat(rows("role_lineage")).noneMatch((row) -> row.equals("OPERATIONAL trust-chief board-head"));
	}

	@Test
	void aJointRoleComesOnceThoughItsBodiesMeet() {
		assertThat(rows("lineage_roles")).doesNotHaveDuplicates().contains("OPERATIONAL trust board-chair");
		assertThat(rows("role_lineage")).doesNotHaveDuplicates().contains("OPERATIONAL board-chair board-chair");
	}

	private void role(String id, String title, String kind, String body) {
		this.data.append("roles.csv", "%s,%s,%s,%s,%s,,,,,UNKNOWN".formatted(id, id, title, kind, body));
	}

	private void parts(String id, String from, String to) {
		this.data.append("organisation_change_parts.csv", id + ",FROM," + from);
		this.data.append("organisation_change_parts.csv", id + ",TO," + to);
	}

	private List<String> rows(String table) {
		return rows(new LineageTables(this.data.read()), table);
	}

	/**
	 * The rows of a table, the cells of each with a space between them.
	 */
	static List<String> rows(LineageTables tables, String table) {
		List<String> found = new ArrayList<>();
		tables.writeTo((name, columns, rows) -> {
			if (name.equals(table)) {
				rows.forEachRemaining(
						(row) -> found.add(String.join(" ", Stream.of(row).map(String::valueOf).toList())));
			}
		});
		return found;
	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Which roles a list that follows succession has, in a package of many small made-up
 * families of bodies, against the rule spelled out: all ways, one by one.
 */
class LineageTablesPropertyTests {

	private static final int FAMILIES = 10_000;

	private static final List<String> BODIES = List.of("a", "b", "c", "d");

	private static final List<String> KINDS = List.of("MERGED", "ABSORBED", "SPLIT", "OPERATIONALLY_JOINED",
			"FUNCTIONS_TRANSFERRED");

	private static final List<String> POSTS = List.of("CHAIR", "CHIEF_EXECUTIVE", "CHIEF_EXECUTIVE;CHAIR", "DIRECTOR",
			"OTHER", "UNSPECIFIED");

	private final Random random = new Random(20190304);

	private final StringBuilder organisations = new StringBuilder(
			"id,slug,name,short_name,kind,named,description,founded_date,dissolved_date,state\n");

	private final StringBuilder roles = new StringBuilder(
			"id,slug,name,kinds,organisation_id,seats,announced_on,start_date,end_date,state\n");

	private final StringBuilder changes = new StringBuilder(
			"id,kind,announced_on,operational_on,legal_on,note,event_id\n");

	private final StringBuilder parts = new StringBuilder("change_id,side,organisation_id\n");

	private final Set<String> lineageOrigins = new HashSet<>();

	private final Set<String> lineageRoles = new HashSet<>();

	private final Set<String> roleLineage = new HashSet<>();

	@Test
	void aListThatFollowsSuccessionHasTheRolesOfEveryWayThatLeadsThere() {
		for (int family = 0; family < FAMILIES; family++) {
			addFamily("f" + family + "-");
		}
		PackageFixture fixture = new PackageFixture();
		fixture.write("organisations.csv", this.organisations.toString());
		fixture.write("roles.csv", this.roles.toString());
		fixture.write("role_organisations.csv", "role_id,organisation_id,source_id,locator\n");
		fixture.write("organisation_changes.csv", this.changes.toString());
		fixture.write("organisation_change_parts.csv", this.parts.toString());
		LineageTables tables = new LineageTables(fixture.read());
		assertThat(rows(tables, "lineage_origins")).isEqualTo(this.lineageOrigins).hasSizeGreaterThan(20_000);
		assertThat(rows(tables, "lineage_roles")).isEqualTo(this.lineageRoles).hasSizeGreaterThan(20_000);
		assertThat(rows(tables, "role_lineage")).isEqualTo(this.roleLineage).hasSizeGreaterThan(20_000);
	}

	private static Set<String> rows(LineageTables tables, String table) {
		Set<String> rows = new HashSet<>();
		for (String text : LineageTablesTests.rows(tables, table)) {
			assertThat(rows.add(text)).as("twice: %s", text).isTrue();
		}
		return rows;
	}

	private void addFamily(String family) {
		List<Post> posts = new ArrayList<>();
		for (String body : BODIES) {
			this.organisations.append("%1$s,%1$s,Body,,OTHER,true,,,,UNKNOWN\n".formatted(family + body));
			for (int i = 0; i < 2; i++) {
				Post post = new Post(family + body + i, family + body, POSTS.get(this.random.nextInt(POSTS.size())),
						"Title " + this.random.nextInt(2));
				posts.add(post);
				this.roles.append("%1$s,%1$s,%2$s,%3$s,%4$s,,,,,UNKNOWN\n".formatted(post.id(), post.title(),
						post.kinds(), post.body()));
			}
		}
		List<Change> all = new ArrayList<>();
		int count = this.random.nextInt(6);
		for (int i = 0; i < count; i++) {
			all.add(addChange(family, i));
		}
		for (boolean legal : new boolean[] { true, false }) {
			String calendar = legal ? "LEGAL" : "OPERATIONAL";
			addOrigins(family, calendar, all, legal);
			for (Post post : posts) {
				for (Post other : posts) {
					boolean own = post.body().equals(other.body());
					boolean follows = leads(other.body(), post.body(), all, legal, 0, List.of());
					if (own || follows) {
						this.lineageRoles.add("%s %s %s".formatted(calendar, post.body(), other.id()));
					}
					if (post.id().equals(other.id()) || (follows && !own && isAlike(post, other))) {
						this.roleLineage.add("%s %s %s".formatted(calendar, post.id(), other.id()));
					}
				}
			}
		}
	}

	/**
	 * A way may begin by a change if it leads on from it without coming back.
	 */
	private void addOrigins(String family, String calendar, List<Change> changes, boolean legal) {
		for (Change first : changes) {
			Span span = legal ? first.legal() : first.operational();
			for (String body : BODIES) {
				String to = family + body;
				boolean leads = !to.equals(first.from()) && !first.from().equals(first.to()) && !first.tasksOnly()
						&& IntStream.rangeClosed(span.first(), span.last())
							.anyMatch((year) -> to.equals(first.to())
									|| leads(first.to(), to, changes, legal, year, List.of(first.from())));
				if (leads) {
					this.lineageOrigins.add("%s %s %s %s".formatted(calendar, to, first.from(), first.id()));
				}
			}
		}
	}

	private Change addChange(String family, int number) {
		String kind = KINDS.get(this.random.nextInt(KINDS.size()));
		String from = family + BODIES.get(this.random.nextInt(BODIES.size()));
		String to = family + BODIES.get(this.random.nextInt(BODIES.size()));
		Span operational = randomSpan();
		Span legal = randomSpan();
		String id = family + number;
		this.changes.append("%s,%s,,%s,%s,,\n".formatted(id, kind, operational.edtf(), legal.edtf()));
		this.parts.append("%1$s,FROM,%2$s\n%1$s,TO,%3$s\n".formatted(id, from, to));
		return new Change(id, from, to, kind.equals("FUNCTIONS_TRANSFERRED"), operational, legal);
	}

	private Span randomSpan() {
		int first = 2000 + this.random.nextInt(5);
		return switch (this.random.nextInt(4)) {
			case 0 -> new Span(1, 0, "");
			case 1 -> new Span(first, first + 2, "[%d..%d]".formatted(first, first + 2));
			default -> new Span(first, first, Integer.toString(first));
		};
	}

	/**
	 * Whether there is a way from one body to another over changes in years that can be
	 * chosen one after the other.
	 */
	private static boolean leads(String from, String to, List<Change> changes, boolean legal, int year,
			List<String> been) {
		if (from.equals(to)) {
			return !been.isEmpty();
		}
		for (Change change : changes) {
			if (!change.from().equals(from) || been.contains(change.to()) || change.tasksOnly()) {
				continue;
			}
			Span span = legal ? change.legal() : change.operational();
			List<String> further = new ArrayList<>(been);
			further.add(from);
			for (int chosen = Math.max(year, span.first()); chosen <= span.last(); chosen++) {
				if (leads(change.to(), to, changes, legal, chosen, further)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isAlike(Post post, Post other) {
		for (String kind : post.kinds().split(";", -1)) {
			boolean shared = List.of(other.kinds().split(";", -1)).contains(kind);
			boolean single = kind.startsWith("CH");
			if (shared && !kind.equals("UNSPECIFIED") && (single || post.title().equals(other.title()))) {
				return true;
			}
		}
		return false;
	}

	private record Post(String id, String body, String kinds, String title) {

	}

	private record Change(String id, String from, String to, boolean tasksOnly, Span operational, Span legal) {

	}

	private record Span(int first, int last, String edtf) {

	}

}

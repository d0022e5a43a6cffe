package org.incumbent.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.incumbent.attribution.AttributionReason;
import org.junit.jupiter.api.Test;

/**
 * 10,000 quotes whose attributions are put together from a title and a body, against the
 * plain rule over what they were put together from.
 */
class AttributionRuleTests {

	private static final int QUOTES = 10_000;

	private static final LocalDate DAY_0 = LocalDate.of(2010, 1, 1);

	private static final int DAYS = 40;

	/** The first two are of one kind of post; directors of two things are not. */
	private static final List<String> TITLES = List.of("Chief executive", "General manager", "Director of care",
			"Director of money", "Chair");

	private static final List<String> KINDS = List.of("CHIEF_EXECUTIVE", "CHIEF_EXECUTIVE", "DIRECTOR", "DIRECTOR",
			"CHAIR");

	/** The first is a part of the second, and the third became the fourth. */
	private static final List<String> BODIES = List.of("North Trust", "North", "Old Board", "New Board", "The Fund");

	/** In place of a title or a body that an attribution does not name. */
	private static final int NONE = -1;

	private final Random random = new Random(20190304);

	private final PackageFixture data = new PackageFixture();

	private final List<Post> posts = new ArrayList<>();

	private final StringBuilder quotes = new StringBuilder(
			"id,source_id,position,locator,form,text,gloss,attribution,speaker_person_id,speaker_organisation_id,"
					+ "speaker_description,said_on,channel,setting_event_id\n");

	private final StringBuilder quoteRoles = new StringBuilder("quote_id,appointment_id\n");

	@Test
	void attributionsDisagreeForTheReasonsThatTheRuleGives() {
		writeBodiesAndPosts();
		Map<String, List<AttributionReason>> expected = new TreeMap<>();
		for (int i = 0; i < QUOTES; i++) {
			List<AttributionReason> reasons = quote("quote-%05d".formatted(i), i + 1);
			if (!reasons.isEmpty()) {
				expected.put("quote-%05d".formatted(i), reasons);
			}
		}
		this.data.write("quotes.csv", this.quotes.toString());
		this.data.write("quote_roles.csv", this.quoteRoles.toString());
		DataPackage read = this.data.read();
		Map<String, List<AttributionReason>> found = new TreeMap<>();
		for (SuspiciousFact fact : SuspiciousFacts.of(read, new RecordedTenures(read, new DerivedColumns(read)))
			.all()) {
			if (fact.reason() != null) {
				found.computeIfAbsent(fact.about().key(), (key) -> new ArrayList<>()).add(fact.reason());
			}
		}
		found.values().forEach((reasons) -> reasons.sort(null));
		assertThat(found).isEqualTo(expected);
		Map<AttributionReason, Long> met = expected.values()
			.stream()
			.flatMap(List::stream)
			.collect(Collectors.groupingBy((reason) -> reason, Collectors.counting()));
		assertThat(met).containsOnlyKeys(AttributionReason.values())
			.allSatisfy(
					(reason, count) -> assertThat(count).as("quotes that disagree by " + reason).isGreaterThan(100));
	}

	private void writeBodiesAndPosts() {
		StringBuilder organisations = new StringBuilder(
				"id,slug,name,short_name,kind,named,description,founded_date,dissolved_date,state\n");
		StringBuilder roles = new StringBuilder(
				"id,slug,name,kinds,organisation_id,seats,announced_on,start_date,end_date,state\n");
		StringBuilder appointments = new StringBuilder(
				"id,person_id,role_id,capacity,start_date,end_date,state,start_announced,end_announced,end_reason,"
						+ "start_event_id,end_event_id,joint_key,career_predecessor_id,career_overlaps,role_predecessor_id\n");
		for (int body = 0; body < BODIES.size(); body++) {
			organisations.append("body-%d,body-%d,%s,,OTHER,true,,,,UNKNOWN\n".formatted(body, body, BODIES.get(body)));
			for (int title = 0; title < TITLES.size(); title++) {
				roles.append("role-%d-%d,role-%d-%d,%s,%s,body-%d,,,,,UNKNOWN\n".formatted(body, title, body, title,
						TITLES.get(title), KINDS.get(title), body));
			}
		}
		for (String person : List.of("ann", "bob", "cat")) {
			for (int i = 0; i < 6; i++) {
				int start = this.random.nextInt(DAYS);
				Post post = new Post(person + "-" + i, person, this.random.nextInt(TITLES.size()),
						this.random.nextInt(BODIES.size()), start, this.random.nextInt(start, DAYS));
				this.posts.add(post);
				appointments.append("%s,%s,role-%d-%d,SUBSTANTIVE,%s,%s,ENDED,,,,,,,,,\n".formatted(post.key(), person,
						post.body(), post.title(), day(post.start()), day(post.end())));
			}
		}
		this.data.write("organisations.csv", organisations.toString());
		this.data.write("roles.csv", roles.toString());
		this.data.write("appointments.csv", appointments.toString());
		this.data.write("observations.csv", "id,appointment_id,role_id,shows,observed_on,source_id,locator\n");
		this.data.write("names.csv",
				"id,subject_type,subject_id,name,kind,honorific,start_date,end_date,state,source_id,locator\n");
		this.data.write("role_organisations.csv", "role_id,organisation_id,source_id,locator\n");
		this.data.write("organisation_relations.csv", """
				id,kind,organisation_id,related_id,start_date,end_date,state,observed_on,source_id,locator
				part,PART_OF,body-0,body-1,,,UNKNOWN,,gazette-one,p1
				""");
		this.data.write("organisation_change_parts.csv", """
				change_id,side,organisation_id
				board-created,FROM,body-2
				board-created,TO,body-3
				""");
	}

	/**
	 * Writes a quote and returns in what its attribution disagrees.
	 */
	private List<AttributionReason> quote(String key, int position) {
		Post anyPost = this.posts.get(this.random.nextInt(this.posts.size()));
		int title = this.random.nextInt(4) == 0 ? NONE : this.random.nextInt(TITLES.size());
		int body = this.random.nextInt(3) == 0 ? NONE : this.random.nextInt(BODIES.size());
		boolean former = this.random.nextInt(8) == 0;
		int from = this.random.nextInt(DAYS);
		int to = this.random.nextInt(from, DAYS);
		boolean dated = this.random.nextInt(8) > 0;
		List<Post> given = new ArrayList<>();
		for (Post post : this.posts) {
			if (post.person().equals(anyPost.person()) && this.random.nextInt(6) == 0) {
				given.add(post);
				this.quoteRoles.append(key).append(',').append(post.key()).append('\n');
			}
		}
		String words = (former ? "former " : "")
				+ ((title != NONE) ? TITLES.get(title).toLowerCase(Locale.ROOT) : "somebody")
				+ ((body != NONE) ? " of " + BODIES.get(body) : "");
		String said = !dated ? "" : (from == to) ? day(from) : "[" + day(from) + ".." + day(to) + "]";
		this.quotes.append("%s,gazette-one,%d,p1,DIRECT,Words.,,%s,%s,,,%s,STATEMENT,\n".formatted(key, position, words,
				anyPost.person(), said));
		List<AttributionReason> reasons = new ArrayList<>();
		given.stream()
			.filter((post) -> dated && !post.mayCover(from, to))
			.forEach((post) -> reasons.add(AttributionReason.NOT_HELD_THEN));
		if (!former && title != NONE && given.isEmpty()) {
			boolean known = this.posts.stream()
				.filter((post) -> post.person().equals(anyPost.person()))
				.filter((post) -> post.isOf(title) && post.isAt(body))
				.anyMatch((post) -> !dated || post.mayCover(from, to));
			reasons.add(known ? AttributionReason.APPOINTMENT_NOT_GIVEN : AttributionReason.NO_SUCH_APPOINTMENT);
		}
		if (!former && title != NONE && !given.isEmpty() && given.stream().noneMatch((post) -> post.isOf(title))) {
			reasons.add(AttributionReason.OTHER_ROLE);
		}
		if (!former && body != NONE && !given.isEmpty() && given.stream().noneMatch((post) -> post.isAt(body))) {
			reasons.add(AttributionReason.OTHER_BODY);
		}
		reasons.sort(null);
		return reasons;
	}

	private static String day(int number) {
		return DAY_0.plusDays(number).toString();
	}

	/**
	 * A post as it was put together.
	 */
	private record Post(String key, String person, int title, int body, int start, int end) {

		boolean mayCover(int from, int to) {
			return this.start <= to && from <= this.end;
		}

		boolean isOf(int named) {
			return this.title == named || (this.title < 2 && named < 2);
		}

		boolean isAt(int named) {
			return named == NONE || this.body == named || (this.body < 2 && named < 2)
					|| (this.body / 2 == 1 && named / 2 == 1);
		}

	}

}

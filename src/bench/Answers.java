import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Asks a running server what only Incumbent answers, of the bodies that have the most to
 * tell, as a front end would: one client, one question after another, no two of them the
 * same. Prints how long the answers took, in milliseconds, and asserts nothing of it; an
 * answer with an error ends it.
 * <p>
 * Arguments: the address of the server, how many answers are timed for each kind of
 * question (200 if not given), and a part of the names of the kinds that are asked (all
 * of them if not given).
 */
final class Answers {

	private static final int TIMED = 200;

	/** Until the code that answers is compiled and the pages of the database are read. */
	private static final int WARM_UP = 60;

	private static final int PAGE = 100;

	private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI graphql;

	private final int timed;

	private final String wanted;

	private Answers(String... arguments) {
		this.graphql = URI.create(arguments[0] + "/graphql");
		this.timed = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : TIMED;
		this.wanted = (arguments.length > 2) ? arguments[2] : "";
	}

	public static void main(String... arguments) throws Exception {
		new Answers(arguments).run();
	}

	private void run() throws Exception {
		List<Body> bodies = bodies();
		Body widest = bodies.stream().max(Comparator.comparingInt(Body::posts)).orElseThrow();
		Body busiest = bodies.stream().max(Comparator.comparingInt(Body::appointments)).orElseThrow();
		System.out.printf("most posts: %s, %,d of them with %,d appointments%n", widest.name(), widest.posts(),
				widest.appointments());
		System.out.printf("most appointments: %s, %,d in %,d posts%n", busiest.name(), busiest.appointments(),
				busiest.posts());
		System.out.printf("%-52s %8s %8s %8s %9s%n", "question", "p50 ms", "p95 ms", "max ms", "bytes");
		for (Map.Entry<String, Question> question : questions(widest, busiest).entrySet()) {
			if (question.getKey().contains(this.wanted)) {
				measure(question.getKey(), question.getValue());
			}
		}
	}

	private void measure(String name, Question question) throws Exception {
		double[] times = new double[this.timed];
		long bytes = 0;
		for (int i = -WARM_UP; i < this.timed; i++) {
			// Those of the warm-up are numbered behind the others.
			String body = question.body((i < 0) ? this.timed - i : i);
			long start = System.nanoTime();
			String answer = send(body, "application/json");
			if (i >= 0) {
				times[i] = (System.nanoTime() - start) / 1e6;
				bytes += answer.length();
			}
			if (answer.contains("\"errors\":[")) {
				throw new IllegalStateException(name + ": " + answer.substring(0, Math.min(1000, answer.length())));
			}
		}
		Arrays.sort(times);
		System.out.printf("%-52s %8.1f %8.1f %8.1f %,9d%n", name, times[this.timed / 2 - 1],
				times[(int) Math.ceil(this.timed * 0.95) - 1], times[this.timed - 1], bytes / this.timed);
	}

	private static Map<String, Question> questions(Body widest, Body busiest) {
		Map<String, Question> all = new LinkedHashMap<>();
		organograms(widest, all);
		lists(widest, "most posts", all);
		if (!busiest.id().equals(widest.id())) {
			lists(busiest, "most appointments", all);
		}
		turnover(widest, all);
		people(widest, all);
		everything(all);
		return all;
	}

	private static void organograms(Body body, Map<String, Question> all) {
		String seats = """
				depth role { id name kinds seats } existence state
				holdings { certainty lastShownOn appointment { id capacity period { start { display } } person { id name } } }
				vacancies { on { display } source { name } }
				reportsTo { name organisation { name } } lineCertainty""";
		all.put("organogram, with holders and people",
				new Question("query($id: ID!, $on: Date!) { organisation(by: { id: $id }) { name organogram(asOf: $on) { seats { "
						+ seats + " } } } }", (i) -> List.of("id", body.id(), "on", day(i))));
		all.put("organogramChanges, over two years",
				new Question("""
						query($id: ID!, $from: Date!, $to: Date!) {
						  organogramChanges(organisation: { id: $id }, from: $from, to: $to) {
						    added { role { name } state } gone { role { name } holdings { appointment { person { name } } } }
						    changed { role { name } before { existence state } after { existence state } lineChanged
						      holders { kind person { name } after { certainty appointment { period { start { display } } } } } }
						  }
						}""",
						(i) -> List.of("id", body.id(), "from", day(i), "to", LocalDate.parse(day(i)).plusYears(2).toString())));
		for (String direction : List.of("predecessors", "successors")) {
			all.put(direction + ", 5 changes far, with status", new Question("""
					query($id: ID!, $on: Date!) {
					  organisation(by: { id: $id }) { name status(asOf: $on) %s(depth: 5, calendar: OPERATIONAL) {
					    distance organisation { id name status } change { kind legal { display } operational { display } } } }
					}""".formatted(direction), (i) -> List.of("id", of(body.lineage(), i), "on", day(i))));
		}
		all.put("roleHolder, in a month",
				new Question("""
						query($id: ID!, $kind: RoleKind!, $on: Edtf!) {
						  roleHolder(kind: $kind, organisation: { id: $id }, on: $on) { organisation { name } knownAs { name kind } roles { name }
						    holders { extent certainty person { id name } role { name } appointments { capacity period { start { display } end { display } } } } }
						}""",
						(i) -> List.of("id", body.id(), "kind", of(body.kinds(), i), "on", day(i).substring(0, 7))));
	}

	private static void lists(Body body, String which, Map<String, Question> all) {
		all.put("appointments with followSuccessors, 100, " + which, new Question("""
				query($id: ID!, $filter: AppointmentFilter) {
				  organisation(by: { id: $id }) { appointments(first: 100, followSuccessors: true, calendar: OPERATIONAL, filter: $filter) {
				    totalCount pageInfo { hasNextPage endCursor }
				    nodes { person { id name } role { name } organisation { name } capacity period { start { display } end { display } } } } }
				}""", (i) -> List.of("id", body.id(), "filter", new Json("""
				{"startedIn":{"from":"%s"}}""".formatted(day(i))))));
		all.put("moves of a year, 50, " + which,
				new Question("query($id: ID!, $between: ClosedDateRangeInput!) { organisation(by: { id: $id }) { moves("
						+ "between: $between, first: 50) { " + MOVES + " } } }",
						(i) -> List.of("id", body.id(), "between", span(i, 365))));
		all.put("moves of a year by filter of organisation, 50, " + which, new Question(
				"query($filter: AppointmentFilter, $between: ClosedDateRangeInput!) { moves(between: $between, filter: $filter, first: 50) { "
						+ MOVES + " } }",
				(i) -> List.of("filter", new Json("{\"organisation\":\"" + body.id() + "\"}"), "between", span(i, 365))));
		all.put("timeline, 50 from a day on, " + which,
				new Question("query($id: ID!, $between: DateRangeInput) { organisation(by: { id: $id }) { timeline("
						+ "between: $between, first: 50) { " + ENTRIES + " } } }",
						(i) -> List.of("id", body.id(), "between", new Json("{\"from\":\"" + day(i) + "\"}"))));
		all.put("timeline of a year, the latest 50, " + which,
				new Question("query($id: ID!, $between: DateRangeInput) { organisation(by: { id: $id }) { timeline("
						+ "between: $between, direction: DESC, first: 50) { " + ENTRIES + " } } }",
						(i) -> List.of("id", body.id(), "between", span(i, 365))));
		all.put("disputes, 50, " + which, new Question("query($filter: DisputeFilter!) { disputes(filter: $filter, first: 50) { "
				+ DISPUTES + " } }",
				(i) -> List.of("filter", new Json("""
						{"organisation":"%s","fields":["start_date","end_date","name%d"]}""".formatted(body.id(), i)))));
	}

	private static void turnover(Body body, Map<String, Question> all) {
		Map<String, String> methods = new LinkedHashMap<>();
		methods.put("plain", "{}");
		methods.put("without interim", "{\"includeInterim\":false}");
		methods.put("followSuccessors", "{\"followSuccessors\":true,\"calendar\":\"OPERATIONAL\"}");
		methods.put("countReturns", "{\"countReturns\":true}");
		methods.put("countHandOvers", "{\"countHandOvers\":true}");
		methods.forEach((name, method) -> {
			all.put("turnover of ten years and more, " + name, new Question(
					"query($id: ID!, $kind: RoleKind!, $between: ClosedDateRangeInput!, $method: TurnoverMethodInput) {"
							+ " organisation(by: { id: $id }) { turnover(roleKind: $kind, between: $between, method: $method) { "
							+ FIGURES + " longest { person { name } } shortest { person { name } } } } }",
					(i) -> List.of("id", body.id(), "kind", body.kinds().get(0), "between", span(i, 3650 + i), "method",
							new Json(method))));
			all.put("turnovers of 20 bodies and together, " + name, new Question(
					"query($filter: TurnoverFilter!, $between: ClosedDateRangeInput!, $method: TurnoverMethodInput) {"
							+ " turnovers(filter: $filter, between: $between, method: $method, first: 20) { totalCount overall { "
							+ FIGURES + " } edges { node { id name } turnover { " + FIGURES + " } } pageInfo { hasNextPage } } }",
					(i) -> List.of("filter", new Json("{\"roleKind\":\"%s\",\"organisations\":[%s]}"
						.formatted(body.kinds().get(0), quoted(body.largest(), i, 20))), "between",
							span(i, 1825 + i), "method", new Json(method))));
		});
		all.put("turnovers, 100 bodies together and no other", new Question(
				"query($filter: TurnoverFilter!, $between: ClosedDateRangeInput!) { turnovers(filter: $filter, between: $between) {"
						+ " totalCount overall { " + FIGURES + " } } }",
				(i) -> List.of("filter", new Json("{\"roleKind\":\"%s\",\"organisations\":[%s]}"
					.formatted(body.kinds().get(0), quoted(body.largest(), i, PAGE))), "between", span(i, 1825 + i))));
		all.put("turnover with terms and people, plain", new Question(
				"query($id: ID!, $kind: RoleKind!, $between: ClosedDateRangeInput!) { organisation(by: { id: $id }) {"
						+ " turnover(roleKind: $kind, between: $between) { " + FIGURES
						+ " terms { person { id name } within ended days { least most } } } } }",
				(i) -> List.of("id", body.id(), "kind", body.kinds().get(0), "between", span(i, 1825 + i))));
		all.put("turnover of a role", new Question(
				"query($id: ID!, $between: ClosedDateRangeInput!) { role(by: { id: $id }) { name turnover(between: $between) { "
						+ FIGURES + " terms { person { name } within ended days { least most } }"
						+ " claims { field value standing } } } }",
				(i) -> List.of("id", of(body.roles(), i), "between", span(i, 3650 + i))));
		all.put("turnover of a role, followSuccessors", new Question(
				"query($id: ID!, $between: ClosedDateRangeInput!, $method: TurnoverMethodInput) { role(by: { id: $id }) { name"
						+ " turnover(between: $between, method: $method) { " + FIGURES + " terms { person { name } within ended } } } }",
				(i) -> List.of("id", of(body.roles(), i), "between", span(i, 3650 + i), "method",
						new Json(methods.get("followSuccessors")))));
		all.put("moves of a role, with claims", new Question(
				"query($id: ID!, $between: ClosedDateRangeInput!) { role(by: { id: $id }) { name moves(between: $between, first: 50) { "
						+ MOVES + " } } }",
				(i) -> List.of("id", of(body.roles(), i), "between", span(i, 3650 + i))));
	}

	private static void people(Body body, Map<String, Question> all) {
		List<String> people = body.people();
		all.put("servedWith, 20 with overlaps", new Question("""
				query($id: ID!, $days: Int) {
				  person(by: { id: $id }) { name servedWith(minimumDays: $days, first: 20) { totalCount edges { certainDays possibleDays
				    node { id name } overlaps { organisation { name } appointment { role { name } } with { role { name } }
				      period { start { edtf } end { edtf } } certainDays } } } }
				}""", (i) -> List.of("id", of(people, i), "days", 1 + i)));
		all.put("connection, 4 steps", new Question("""
				query($from: ID!, $to: ID!) {
				  connection(from: $from, to: $to, maxSteps: 4) { steps moreChains complete chains { certainDays steps {
				    from { name } to { name } certainDays overlaps { organisation { name } appointment { role { name } } with { role { name } } } } } }
				}""", (i) -> List.of("from", of(people, i), "to", of(body.strangers(), i * 7 + 3))));
		all.put("timeline of a person, 50", new Question(
				"query($id: ID!, $between: DateRangeInput) { person(by: { id: $id }) { name timeline(between: $between, first: 50) { "
						+ ENTRIES + " } } }",
				(i) -> List.of("id", of(people, i), "between", new Json("{\"to\":\"" + day(i) + "\"}"))));
	}

	private static void everything(Map<String, Question> all) {
		all.put("moves of all in a month, 100, latest first", new Question(
				"query($between: ClosedDateRangeInput!) { moves(between: $between, direction: DESC, first: 100) { " + MOVES + " } }",
				(i) -> List.of("between", span(i, 30))));
		all.put("moves of all in five years, 100", new Question(
				"query($between: ClosedDateRangeInput!) { moves(between: $between, first: 100) { " + MOVES + " } }",
				(i) -> List.of("between", span(i, 1825))));
		all.put("timeline of all in a month, 100", new Question(
				"query($between: DateRangeInput) { timeline(between: $between, first: 100) { " + ENTRIES + " } }",
				(i) -> List.of("between", span(i, 30))));
		all.put("timeline of all from a day on, 100", new Question(
				"query($between: DateRangeInput) { timeline(between: $between, first: 100) { " + ENTRIES + " } }",
				(i) -> List.of("between", new Json("{\"from\":\"" + day(i) + "\"}"))));
		all.put("disputes of all, 50", new Question("query($filter: DisputeFilter) { disputes(filter: $filter, first: 50) { "
				+ DISPUTES + " } }", (i) -> List.of("filter", new Json("{\"not\":{\"fields\":[\"field_%d\"]}}".formatted(i)))));
		all.put("attributionMismatches, 100", new Question("""
				query($filter: AttributionFilter) {
				  attributionMismatches(filter: $filter, first: 100) { totalCount nodes { reason detail explanation
				    quote { attribution saidOn { display } speaker { ... on Person { name } } speakingAs { role { name } } source { name url } }
				    appointment { role { name } } heldThen { role { name } organisation { name } period { start { display } end { display } } } } }
				}""", (i) -> List.of("filter", new Json("{\"explained\":%s,\"and\":[%s]}".formatted(i % 2 == 0,
				"{},".repeat(i % 40) + "{}")))));
	}

	private static final String FIGURES = """
			holders possibleHolders perYear unrecordedDays endedTerms runningTerms median { least most } mean { least most }
			survivalMedian { least most }""";

	private static final String MOVES = """
			totalCount pageInfo { hasNextPage endCursor }
			nodes { kind date { edtf display } basis certainty appointment { id capacity person { id name } role { name } organisation { name } }
			  event { name } cameFrom { role { name } organisation { name } } wentTo { role { name } organisation { name } }
			  cover { person { name } capacity } claims { value standing source { name url } } }""";

	private static final String ENTRIES = """
			totalCount pageInfo { hasNextPage endCursor }
			nodes { kind placedOn date { edtf display } basis certainty item { __typename
			  ... on Appointment { id person { name } role { name } organisation { name } capacity }
			  ... on Event { name } ... on Quote { text source { name } } ... on OrganisationChange { kind from { name } to { name } } } }""";

	private static final String DISPUTES = """
			totalCount nodes { field state compatible subject { __typename ... on Organisation { name }
			  ... on Appointment { person { name } role { name } } ... on Event { name } }
			  accepted { value } claims { value standing basis note source { name url } } }""";

	/**
	 * Every body with the number of its posts and appointments.
	 */
	private List<Body> bodies() throws Exception {
		List<Body> bodies = new ArrayList<>();
		String after = null;
		do {
			String page = send(body("""
					query($after: String) { organisations(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
					  id name posts: roles(filter: { not: { kinds: [UNSPECIFIED] } }) { totalCount } appointments { totalCount } } } }""",
					(after != null) ? List.of("after", after) : List.of()), "application/json");
			for (String node : page.split("\\{\"id\":", -1)) {
				if (node.startsWith("\"")) {
					bodies.add(new Body(text("{\"id\":" + node, "id"), text(node, "name"), count(node, "posts"),
							count(node, "appointments"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
				}
			}
			after = page.contains("\"hasNextPage\":true") ? text(page, "endCursor") : null;
		}
		while (after != null);
		Body widest = bodies.stream().max(Comparator.comparingInt(Body::posts)).orElseThrow();
		bodies.set(bodies.indexOf(widest), withDetails(widest, bodies));
		return bodies;
	}

	private Body withDetails(Body body, List<Body> all) throws Exception {
		Set<String> kinds = new LinkedHashSet<>();
		Set<String> roles = new LinkedHashSet<>();
		for (String row : csv("query($id: ID!) { organisation(by: { id: $id }) { roles(first: 100, filter: { not: { kinds: [UNSPECIFIED] } }) { nodes { id kinds } } } }",
				"id", body.id())) {
			roles.add(row.substring(0, row.indexOf(',')));
			kinds.add(row.substring(row.indexOf(',') + 1).replaceAll("[\"\\s]|;.*", ""));
		}
		List<String> people = csv("query($id: ID!) { organisation(by: { id: $id }) { appointments(last: 100) { nodes { person { id } } } } }",
				"id", body.id());
		List<String> strangers = csv("query($after: String) { people(last: 100, before: $after) { nodes { id } } }", "", "");
		List<String> largest = all.stream()
			.sorted(Comparator.comparingInt(Body::posts).reversed())
			.limit(PAGE)
			.map(Body::id)
			.toList();
		List<String> changed = csv("{ timeline(kinds: [ORGANISATION_CHANGED], first: 100) { nodes { item { ... on OrganisationChange { to { id } } } } } }",
				"", "");
		List<String> lineage = changed.stream().filter((id) -> !id.isBlank() && !id.contains(";")).distinct().toList();
		return new Body(body.id(), body.name(), body.posts(), body.appointments(), List.copyOf(kinds), List.copyOf(roles),
				people.stream().distinct().toList(), strangers, largest,
				lineage.isEmpty() ? largest : lineage);
	}

	/**
	 * The rows of an answer as a table, without its header.
	 */
	private List<String> csv(String query, String variable, String value) throws Exception {
		String table = send(body(query, variable.isEmpty() ? List.of() : List.of(variable, value)), "text/csv");
		return table.lines().skip(1).toList();
	}

	private String send(String body, String accept) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.graphql)
			.timeout(Duration.ofMinutes(1))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = this.client.send(request,
				HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
		if (response.statusCode() != 200) {
			throw new IOException(response.statusCode() + " " + response.body() + " to " + body);
		}
		return response.body();
	}

	/**
	 * Days that do not repeat, spread over fifty years.
	 */
	private static String day(int i) {
		return LAST_DAY.minusDays((i * 67L) % 18_000).toString();
	}

	private static Json span(int i, int days) {
		LocalDate from = LocalDate.parse(day(i)).minusDays(days);
		return new Json("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, day(i)));
	}

	private static String of(List<String> some, int i) {
		return some.get(Math.floorMod(i, some.size()));
	}

	private static String quoted(List<String> ids, int i, int most) {
		List<String> page = new ArrayList<>();
		for (int k = 0; k < Math.min(most, ids.size()); k++) {
			page.add("\"" + of(ids, i + k) + "\"");
		}
		return String.join(",", page);
	}

	private static String text(String json, String field) {
		int start = json.indexOf("\"" + field + "\":\"") + field.length() + 4;
		return json.substring(start, json.indexOf('"', start));
	}

	private static int count(String json, String field) {
		int start = json.indexOf("\"" + field + "\":{\"totalCount\":") + field.length() + 17;
		return Integer.parseInt(json.substring(start, json.indexOf('}', start)));
	}

	private static String body(String query, List<?> variables) {
		StringBuilder json = new StringBuilder("{\"query\":").append(string(query)).append(",\"variables\":{");
		for (int i = 0; i < variables.size(); i += 2) {
			Object value = variables.get(i + 1);
			json.append((i > 0) ? "," : "").append(string((String) variables.get(i))).append(':');
			json.append((value instanceof String text) ? string(text) : value.toString());
		}
		return json.append("}}").toString();
	}

	private static String string(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
	}

	/** A value that is written as it is. */
	private record Json(String text) {

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * A query with the variables of each time that it is asked: names and values in turns.
	 */
	private record Question(String query, IntFunction<List<?>> variables) {

		String body(int i) {
			return Answers.body(this.query, this.variables.apply(i));
		}

	}

	/**
	 * A body, and of the one with the most posts what is asked of it.
	 *
	 * @param kinds of its posts
	 * @param roles some of them
	 * @param people who held them last
	 * @param strangers people from anywhere
	 * @param largest the bodies with the most posts
	 * @param lineage bodies that came from others; the largest where there are none
	 */
	private record Body(String id, String name, int posts, int appointments, List<String> kinds, List<String> roles,
			List<String> people, List<String> strangers, List<String> largest, List<String> lineage) {
	}

}

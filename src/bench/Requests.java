import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the requests of one query of the benchmark into a file for load.lua, about
 * different records of a generated package, and compares what the server and the
 * baselines answer. The arguments are the server's address, the name of the
 * query, the path that is asked, {@code plain} for POST, {@code address} for GET or
 * {@code tagged} for GET by somebody who has the answer already, the number of people in
 * the package and the file.
 */
class Requests {

	private static final int MOST = 1000;

	/** Each of these may take an answer of its own from the server beforehand. */
	private static final int MOST_GET = 50;

	private static final String DAY = "2019-06-01";

	private static final Pattern END = Pattern.compile("\"endCursor\":\"([^\"]+)\"");

	private static final List<String> WORDS = List.of("ambulance", "deficit", "recruitment", "maternity", "budget",
			"oversight", "dentist", "merger", "vaccine", "estates");

	private final HttpClient client = HttpClient.newHttpClient();

	private final String server;

	private final String name;

	private final String query;

	Requests(String server, String name) throws IOException {
		this.server = server;
		this.name = name;
		this.query = Files.readString(Path.of("src/bench/queries/" + name + ".graphql")).replaceAll("\\s+", " ").strip();
	}

	public static void main(String[] arguments) throws Exception {
		Requests requests = new Requests(arguments[0], arguments[1]);
		List<String> variables = requests.variables(Integer.parseInt(arguments[4]));
		requests.compare(variables.get(variables.size() / 2));
		String path = arguments[2];
		boolean plain = arguments[3].equals("plain");
		List<String> lines = new ArrayList<>();
		for (String each : plain ? variables : variables.subList(0, Math.min(MOST_GET, variables.size()))) {
			lines.add(switch (arguments[3]) {
				case "tagged" -> requests.get(path, each, requests.tag(each));
				case "address" -> requests.get(path, each, "-");
				default -> "POST\t" + path + "\t-\t" + requests.body(each);
			});
		}
		Files.write(Path.of(arguments[5]), lines);
	}

	private List<String> variables(int people) throws Exception {
		List<String> variables = new ArrayList<>();
		switch (this.name) {
			case "Q1" -> each(people, (number) -> {
				String key = "Person:" + id("person", number);
				byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
				variables.add("{\"id\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\"}");
			});
			case "Q2" -> each(people, (number) -> variables.add("{\"slug\":\"" + id("person", number) + "\"}"));
			case "Q3" -> cursors()
				.forEach((after) -> variables.add("{\"after\":" + after + ",\"on\":\"" + DAY + "\"}"));
			case "Q4" -> each(people / 5,
					(number) -> variables.add("{\"slug\":\"" + id("org", number) + "\",\"on\":\"" + DAY + "\"}"));
			default -> WORDS.forEach((word) -> variables.add("{\"word\":\"" + word + "\"}"));
		}
		return variables;
	}

	private interface Each {

		void take(int number);

	}

	/** So many of the records, from everywhere in the package. */
	private static void each(int records, Each action) {
		int step = Math.max(1, records / MOST);
		for (int number = 0; number < records; number += step) {
			action.take(number);
		}
	}

	private static String id(String prefix, int number) {
		return "%s-%07d".formatted(prefix, number);
	}

	/** Where the first pages of the list of people begin. */
	private List<String> cursors() throws Exception {
		List<String> cursors = new ArrayList<>(List.of("null"));
		while (cursors.size() < 15) {
			String page = "{\"query\":\"{ people(first: 50, after: " + cursors.get(cursors.size() - 1).replace("\"", "\\\"")
					+ ") { pageInfo { endCursor } } }\"}";
			Matcher end = END.matcher(post("/graphql", page));
			if (!end.find()) {
				throw new IllegalStateException("No cursor in the answer to " + page);
			}
			cursors.add('"' + end.group(1) + '"');
		}
		return cursors;
	}

	private String body(String variables) {
		return "{\"query\":\"" + this.query + "\",\"operationName\":\"" + this.name + "\",\"variables\":" + variables
				+ "}";
	}

	private String get(String path, String variables, String tag) {
		return "GET\t" + path + address(variables) + "\t" + tag + "\t";
	}

	private String tag(String variables) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server + "/graphql" + address(variables)))
			.header("Accept", "application/json")
			.build();
		HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
		return response.headers().firstValue("ETag").orElseThrow();
	}

	private String address(String variables) {
		return "?operationName=" + this.name + "&query=" + encoded(this.query) + "&variables=" + encoded(variables);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** So that the baselines do the same work. */
	private void compare(String variables) throws Exception {
		String ours = data(post("/graphql", body(variables)));
		for (String baseline : List.of("/bench/sql", "/bench/records")) {
			String theirs = data(post(baseline, body(variables)));
			if (!ours.equals(theirs)) {
				throw new IllegalStateException("The answer of %s to %s of %s is another one:%n%s%n%s"
					.formatted(baseline, this.name, variables, ours, theirs));
			}
		}
	}

	private static String data(String answer) {
		if (!answer.startsWith("{\"data\":")) {
			throw new IllegalStateException("No data: " + answer);
		}
		int extensions = answer.lastIndexOf(",\"extensions\"");
		return (extensions < 0) ? answer.substring(0, answer.length() - 1) : answer.substring(0, extensions);
	}

	private String post(String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.incumbent.organisation.OrganisationKind;
import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;

/**
 * How far a data package covers the leading posts of single holders: each body's chief
 * executive and chair, and the Secretaries of State. Counted from the rows, so that it
 * cannot claim more than there is.
 */
public final class CoverageTable {

	private static final String START = "<!-- coverage: written by the command coverage -->";

	private static final String END = "<!-- end of coverage -->";

	private static final Pattern MARKED = Pattern.compile(Pattern.quote(START) + ".*?" + Pattern.quote(END),
			Pattern.DOTALL);

	private static final String HEADER = """
			| Organisation | Role | From | To | Holders | Starts | Ends | Gaps over 30 days | Wanted |
			| --- | --- | --- | --- | --- | --- | --- | --- | --- |
			""";

	private static final Comparator<RecordedTenure> BY_POST = Comparator
		.<RecordedTenure, String>comparing((tenure) -> Folding.sortKey(tenure.organisation().get("name")))
		.thenComparing((tenure) -> tenure.organisation().get("id"))
		.thenComparing((tenure) -> Folding.sortKey(tenure.role().get("name")))
		.thenComparing((tenure) -> tenure.role().get("id"));

	private final Set<String> inferred = new HashSet<>();

	private final Set<String> wantedDates = new HashSet<>();

	private final Map<String, List<String>> wanted = new HashMap<>();

	private final Map<String, Integer> gaps = new HashMap<>();

	private final Map<String, List<RecordedTenure>> posts = new LinkedHashMap<>();

	private CoverageTable(CheckedPackage checked) {
		DataPackage data = checked.validData();
		for (Row claim : data.rows("claims")) {
			if (claim.get("basis").equals("INFERRED") && claim.get("standing").equals("ACCEPTED")) {
				this.inferred.add(claim.get("subject_id") + "." + claim.get("field"));
			}
		}
		for (Row fact : data.rows("wanted_facts")) {
			if (fact.text("subject_id") != null) {
				this.wanted
					.computeIfAbsent(fact.get("subject_type") + "/" + fact.get("subject_id"),
							(key) -> new ArrayList<>())
					.add(fact.get("name"));
				this.wantedDates.add(fact.get("subject_id") + "." + fact.text("field"));
			}
		}
		RecordedTenures tenures = checked.tenures();
		for (SuspiciousFact fact : SuspiciousFacts.of(data, tenures).all()) {
			RecordedTenure tenure = tenures.find(fact.about().key());
			if (fact.rule() == SuspicionRule.GAP_BETWEEN_HOLDERS && tenure != null) {
				this.gaps.merge(tenure.role().get("id"), 1, Integer::sum);
			}
		}
		tenures.all()
			.filter(CoverageTable::isCovered)
			.sorted(BY_POST)
			.forEach((tenure) -> this.posts.computeIfAbsent(tenure.role().get("id"), (key) -> new ArrayList<>())
				.add(tenure));
	}

	/**
	 * The table of a package.
	 * @throws IllegalArgumentException if the package is not valid
	 */
	public static CoverageTable of(CheckedPackage checked) {
		return new CoverageTable(checked);
	}

	private static boolean isCovered(RecordedTenure tenure) {
		Set<RoleKind> kinds = tenure.kinds();
		boolean leads = kinds.contains(RoleKind.CHIEF_EXECUTIVE) || kinds.contains(RoleKind.CHAIR)
				|| tenure.role().get("name").startsWith("Secretary of State");
		return leads && tenure.isSingleSeat() && tenure.isSeated();
	}

	/**
	 * The table in Markdown below a sentence on what it leaves open, with a line break at
	 * its end.
	 */
	public String markdown() {
		StringBuilder table = new StringBuilder(sentence()).append(HEADER);
		String organisation = "";
		for (List<RecordedTenure> post : this.posts.values()) {
			RecordedTenure any = post.get(0);
			boolean first = !organisation.equals(any.organisation().get("id"));
			organisation = any.organisation().get("id");
			table.append(line(post, first ? wantedOf("Organisation", organisation) : Stream.of())).append('\n');
		}
		return table.toString();
	}

	/**
	 * The starts and ends of tenures at national bodies and strategic health authorities
	 * that are neither known to the month nor wanted facts of their own, each as the key
	 * of the appointment and the column, in the order of the table.
	 */
	public List<String> unaccounted() {
		return openDates().filter((date) -> !this.wantedDates.contains(date)).toList();
	}

	private String sentence() {
		long dates = 2 * centralTenures().count();
		long open = openDates().count();
		int unaccounted = unaccounted().size();
		return """
				Starts and ends at national bodies and strategic health authorities: %d. Known to the month or better: %d; each a \
				wanted fact of its own: %d; neither: %d.

				"""
			.formatted(dates, dates - open, open - unaccounted, unaccounted);
	}

	private Stream<String> openDates() {
		return centralTenures().flatMap((tenure) -> Stream.of("start_date", "end_date")
			.filter((column) -> !DateKnowledge.isToTheMonth(tenure.appointment(), column))
			.map((column) -> tenure.id() + "." + column));
	}

	private Stream<RecordedTenure> centralTenures() {
		return this.posts.values().stream().flatMap(List::stream).filter((tenure) -> {
			OrganisationKind kind = OrganisationKind.valueOf(tenure.organisation().get("kind"));
			return kind.isNational() || kind == OrganisationKind.STRATEGIC_HEALTH_AUTHORITY;
		});
	}

	/**
	 * A document with this table in place of the one that it has between the two comments
	 * that mark it.
	 * @throws IllegalArgumentException if the document has no such comments
	 */
	public String replaceIn(String document) {
		Matcher marked = MARKED.matcher(document);
		if (!marked.find()) {
			throw new IllegalArgumentException(
					"the document has no place for the table; mark one with the lines " + START + " and " + END);
		}
		return document.substring(0, marked.start()) + START + "\n\n" + markdown() + "\n" + END
				+ document.substring(marked.end());
	}

	private String line(List<RecordedTenure> post, Stream<String> wantedOfOrganisation) {
		RecordedTenure any = post.get(0);
		String role = any.role().get("id");
		Stream<String> ofPost = Stream.concat(wantedOf("Role", role),
				post.stream().flatMap((tenure) -> wantedOf("Appointment", tenure.id())));
		List<String> cells = List.of(any.organisation().get("name"), any.role().get("name"), CoveredPeriod.from(post),
				CoveredPeriod.to(post),
				String.valueOf(post.stream().map((tenure) -> tenure.person().get("id")).distinct().count()),
				precision(post, "start_date"), precision(post, "end_date"),
				String.valueOf(this.gaps.getOrDefault(role, 0)),
				String.join("; ", Stream.concat(wantedOfOrganisation, ofPost).distinct().toList()));
		return "| " + String.join(" | ", cells.stream().map((cell) -> cell.replace("|", "\\|")).toList()) + " |";
	}

	private Stream<String> wantedOf(String type, String id) {
		return this.wanted.getOrDefault(type + "/" + id, List.of()).stream();
	}

	private String precision(List<RecordedTenure> post, String column) {
		Map<DateKnowledge, Integer> counts = new EnumMap<>(DateKnowledge.class);
		for (RecordedTenure tenure : post) {
			boolean worked = this.inferred.contains(tenure.id() + "." + column);
			counts.merge(DateKnowledge.of(tenure.appointment(), column, worked), 1, Integer::sum);
		}
		List<String> words = new ArrayList<>();
		counts.forEach((knowledge, count) -> words.add(count + " " + knowledge.words()));
		return String.join(", ", words);
	}

}

package org.incumbent.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.incumbent.graphql.Asking;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.graphql.RunningApi;
import org.incumbent.store.ResultRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Provenance is the same on every type of record that has it, and whole in the dataset
 * itself.
 */
@RunningApi
@TestPropertySource(properties = { "incumbent.data=data", "spring.datasource.url=jdbc:h2:mem:cited;DB_CLOSE_DELAY=-1" })
class CitedTests {

	private static final Map<String, String> TABLES = tables();

	/** What rows that link two records say of the first of them. */
	private static final Map<String, Set<String>> LINKS = Map.of("Organisation", Set.of("part_of", "member_of"), "Role",
			Set.of("reports_to", "other_organisation"));

	private final Asking api;

	private final JdbcClient jdbc;

	private final List<NodeRepository<?>> repositories;

	@Autowired
	CitedTests(GraphQlTester tester, JdbcClient jdbc, List<NodeRepository<?>> repositories) {
		this.api = new Asking(tester);
		this.jdbc = jdbc;
		this.repositories = repositories;
	}

	@BeforeEach
	void recordAChange() {
		this.jdbc.sql("""
				insert into organisation_changes (id, kind, change_sort, disputed)
				values ('a-merger', 'MERGED', '~', true)
				""").update();
		this.jdbc.sql("insert into subject_sources select 'OrganisationChange', 'a-merger', min(id) from sources")
			.update();
		this.jdbc
			.sql("""
					insert into claims (id, subject_type, subject_id, field, claimed_value, source_id, basis, standing,
					  claim_sort)
					select 'a-merger-kind', 'OrganisationChange', 'a-merger', 'kind', 'MERGED', min(id), 'STATED', 'ACCEPTED',
					  'OrganisationChange/a-merger/kind/ACCEPTED'
					from sources
					""")
			.update();
	}

	@ParameterizedTest
	@MethodSource("types")
	void claimsMayBeAboutEveryColumnThatIsNotItselfProvenance(String type) throws IOException {
		Set<String> expected = new TreeSet<>(columns(tableOf(type)));
		expected.removeAll(List.of("id", "slug"));
		if (type.equals("Person")) {
			expected.remove("sort_name");
		}
		if (type.equals("Quote")) {
			expected.removeAll(List.of("source_id", "position", "locator"));
		}
		if (type.equals("Organisation")) {
			expected.add("reported_turnover");
		}
		expected.addAll(LINKS.getOrDefault(type, Set.of()));
		assertThat(anyRecord(type).claimFields()).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@MethodSource("types")
	void anUnknownFieldIsRefusedWithThoseThatThereAre(String type) {
		Cited record = anyRecord(type);
		assertThat(this.api.refusal(claims(record, "startDate")))
			.isEqualTo("'field' takes one of %s for a record of type %s; this is 'startDate'"
				.formatted(String.join(", ", new TreeSet<>(record.claimFields())), type));
	}

	@ParameterizedTest
	@MethodSource("types")
	void claimsAreNarrowedToAField(String type) {
		Cited record = anyRecord(type);
		List<String> all = this.api.texts("{ node(id: \"" + record.id() + "\") { ... on Cited { claims { field } } } }",
				"node.claims[*].field");
		assertThat(all).isNotEmpty().isSorted();
		for (String field : record.claimFields()) {
			assertThat(this.api.texts(claims(record, field), "node.claims[*].field")).as(field)
				.isEqualTo(all.stream().filter(field::equals).toList());
		}
	}

	@Test
	void everyTypeOfRecordAnswersAsTheInterfaceSays() {
		Map<String, String> ids = new LinkedHashMap<>();
		types().forEach((type) -> ids.put(type, '"' + anyRecord(type).id() + '"'));
		GraphQlTester.Response answer = this.api.ask("""
				{
				  nodes(ids: [%s]) {
				    __typename
				    ... on Cited { disputed sources { slug } claims { field value source { slug } } }
				    ... on Named { name slug }
				  }
				}
				""".formatted(String.join(", ", ids.values())));
		answer.path("nodes[*].__typename").entityList(String.class).isEqualTo(List.copyOf(ids.keySet()));
		answer.path("nodes[*].disputed").entityList(Boolean.class).hasSize(ids.size());
		answer.path("nodes[*].sources[0].slug").entityList(String.class).hasSize(ids.size());
		answer.path("nodes[*].claims[0].source.slug").entityList(String.class).hasSize(ids.size());
		answer.path("nodes[*].name").entityList(String.class).hasSize(4);
		answer.path("nodes[?(@.__typename == 'OrganisationChange')].disputed")
			.entityList(Boolean.class)
			.isEqualTo(List.of(true));
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyRecordOfTheDataHasASource(String type) {
		List<String> without = this.jdbc.sql("""
				select t.id
				from %s t
				where not exists (
				  select 1 from subject_sources s where s.subject_type = :type and s.subject_id = t.id
				)
				order by t.id
				""".formatted(tableOf(type))).param("type", type).query(String.class).list();
		assertThat(without).isEmpty();
	}

	@Test
	void aFieldWithClaimsOfItsOwnHasNoneDerivedFromCitations() throws IOException {
		Map<String, Set<String>> stored = new HashMap<>();
		for (CSVRecord claim : csv("claims")) {
			stored.computeIfAbsent(field(claim), (field) -> new HashSet<>()).add(claim.get("id"));
		}
		Map<String, Set<String>> loaded = new HashMap<>();
		this.jdbc.sql("select * from claims")
			.query((row, number) -> loaded
				.computeIfAbsent(row.getString("subject_type") + "/" + row.getString("subject_id") + "/"
						+ row.getString("field"), (field) -> new HashSet<>())
				.add(row.getString("id")))
			.list();
		assertThat(stored).hasSizeGreaterThan(20);
		assertThat(loaded).containsAllEntriesOf(stored).hasSizeGreaterThan(stored.size() + 100);
	}

	@Test
	void aDerivedClaimStatesTheValueThatTheRowHas() throws IOException {
		Set<String> stored = new HashSet<>();
		csv("claims").forEach((claim) -> stored.add(claim.get("id")));
		Map<String, CSVRecord> rows = new HashMap<>();
		for (Map.Entry<String, String> table : TABLES.entrySet()) {
			csv(table.getValue()).forEach((row) -> rows.put(table.getKey() + "/" + row.get("id"), row));
		}
		List<Claim> derived = this.jdbc.sql("select * from claims where id <> 'a-merger-kind' order by id")
			.query(ResultRow.each(Claim::of))
			.list()
			.stream()
			.filter((claim) -> !stored.contains(claim.key()))
			.filter((claim) -> !isLink(claim))
			.toList();
		assertThat(derived).hasSizeGreaterThan(200).allSatisfy((claim) -> {
			CSVRecord row = Objects.requireNonNull(rows.get(claim.about().type() + "/" + claim.about().key()));
			assertThat(claim.value()).isEqualTo(row.get(claim.field()).replace("\r\n", "\n"));
			assertThat(claim.basis()).isEqualTo(ClaimBasis.STATED);
			assertThat(claim.standing()).isEqualTo(ClaimStanding.ACCEPTED);
			assertThat(claim.locator()).isNotNull();
		});
	}

	@Test
	void aRowThatLinksTwoRecordsIsAClaimOnTheFirst() throws IOException {
		Map<String, String> expected = new HashMap<>();
		for (CSVRecord row : csv("organisation_relations")) {
			String field = row.get("kind").equals("PART_OF") ? "part_of" : "member_of";
			expected.put("Organisation/" + row.get("organisation_id") + "/" + field + "/" + row.get("related_id"),
					row.get("source_id") + "/" + row.get("locator"));
		}
		for (CSVRecord row : csv("reporting_lines")) {
			expected.put("Role/" + row.get("role_id") + "/reports_to/" + row.get("reports_to_id"),
					row.get("source_id") + "/" + row.get("locator"));
		}
		Map<String, String> claims = new HashMap<>();
		this.jdbc.sql("select * from claims")
			.query(ResultRow.each(Claim::of))
			.list()
			.stream()
			.filter(CitedTests::isLink)
			.forEach((claim) -> claims.put(
					claim.about().type() + "/" + claim.about().key() + "/" + claim.field() + "/" + claim.value(),
					claim.sourceKey() + "/" + claim.locator()));
		assertThat(expected).isNotEmpty();
		assertThat(claims).containsAllEntriesOf(expected);
	}

	/**
	 * An accepted one or, where nothing decides, the disputed ones that the value is wide
	 * enough for.
	 */
	@Test
	void everyKnownValueHasAClaimBehindIt() throws IOException {
		Set<String> claimed = new HashSet<>(this.jdbc.sql("""
				select subject_type || '/' || subject_id || '/' || field
				from claims where standing in ('ACCEPTED', 'DISPUTED')
				""").query(String.class).list());
		List<String> without = new ArrayList<>();
		for (String type : types()) {
			Set<String> fields = anyRecord(type).claimFields();
			for (CSVRecord row : csv(tableOf(type))) {
				without.addAll(unclaimed(type, row, fields, claimed));
			}
		}
		assertThat(without).isEmpty();
	}

	static List<String> types() {
		return List.copyOf(TABLES.keySet());
	}

	private static List<String> unclaimed(String type, CSVRecord row, Set<String> fields, Set<String> claimed) {
		List<String> unclaimed = new ArrayList<>();
		for (String field : fields) {
			String value = row.isMapped(field) ? row.get(field) : "";
			String place = type + "/" + row.get("id") + "/" + field;
			if (!value.isEmpty() && !value.equals("UNKNOWN") && !claimed.contains(place)) {
				unclaimed.add(place);
			}
		}
		return unclaimed;
	}

	private static boolean isLink(Claim claim) {
		return LINKS.getOrDefault(claim.about().type(), Set.of()).contains(claim.field());
	}

	private static String tableOf(String type) {
		return Objects.requireNonNull(TABLES.get(type));
	}

	private static String field(CSVRecord claim) {
		return claim.get("subject_type") + "/" + claim.get("subject_id") + "/" + claim.get("field");
	}

	private Cited anyRecord(String type) {
		String key = this.jdbc.sql("select min(id) from " + tableOf(type)).query(String.class).single();
		NodeRepository<?> repository = this.repositories.stream()
			.filter((each) -> each.type().getSimpleName().equals(type))
			.findFirst()
			.orElseThrow();
		Cited record = (Cited) Objects.requireNonNull(repository.findByIds(List.of(key)).get(key));
		assertThat(record.id()).isEqualTo(GlobalId.of(type, key));
		return record;
	}

	private static String claims(Cited record, String field) {
		return "{ node(id: \"%s\") { ... on Cited { claims(field: \"%s\") { field } } } }".formatted(record.id(),
				field);
	}

	private static List<CSVRecord> csv(String table) throws IOException {
		ClassPathResource file = new ClassPathResource("data/" + table + ".csv");
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8),
				format)) {
			return parser.getRecords();
		}
	}

	private static List<String> columns(String table) throws IOException {
		JsonNode descriptor = JsonMapper.shared()
			.readTree(new ClassPathResource("data/datapackage.json").getInputStream());
		List<String> columns = new ArrayList<>();
		for (JsonNode resource : descriptor.path("resources")) {
			if (resource.path("name").stringValue().equals(table)) {
				resource.path("schema")
					.path("fields")
					.forEach((field) -> columns.add(field.path("name").stringValue()));
			}
		}
		return columns;
	}

	private static Map<String, String> tables() {
		Map<String, String> tables = new LinkedHashMap<>();
		tables.put("Person", "people");
		tables.put("Organisation", "organisations");
		tables.put("Role", "roles");
		tables.put("Appointment", "appointments");
		tables.put("Event", "events");
		tables.put("Quote", "quotes");
		tables.put("OrganisationChange", "organisation_changes");
		return tables;
	}

}

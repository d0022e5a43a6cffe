package org.incumbent;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import org.incumbent.graphql.RowCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer is the same whether its rows are known already or have to be looked up.
 */
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=${incumbent.test.known:jdbc:h2:mem:known;DB_CLOSE_DELAY=-1}",
				"incumbent.answers.most-bytes=0B", "incumbent.rows.warm=false" })
class KnownRowsTests {

	private static final String ARRIVALS = "moves(between: {from: \"2019-01-01\", to: \"2019-12-31\"}, first: 3) { nodes { kind date { edtf } appointment { id } } totalCount }";

	private static final String TURNOVERS = "turnovers(filter: {roleKind: CHAIR}, between: {from: \"2010-01-01\", to: \"2019-12-31\"}, first: 3) { nodes { name } totalCount }";

	/** Where records of a type are listed. */
	private static final Map<String, String> LISTS = Map.of("Person", "people", "Organisation", "organisations", "Role",
			"roles", "Appointment", "appointments", "Event", "events", "Quote", "quotes", "Source", "sources", "Claim",
			"claims", "Topic", "topics");

	private static final String YEARS = "(between: {from: \"2010-01-01\", to: \"2019-12-31\"})";

	/** What has to be given to fields. */
	private static final Map<String, String> ARGUMENTS = Map.of("Role.holders", "(asOf: \"2019-03-01\")",
			"Role.turnover", YEARS, "Organisation.turnover",
			"(roleKind: CHAIR, between: {from: \"2010-01-01\", to: \"2019-12-31\"})", "Organisation.organogram",
			"(asOf: \"2019-03-01\")", "Person.moves", YEARS, "Organisation.moves", YEARS, "Role.moves", YEARS);

	private final CountingClient api;

	private final RowCache rows;

	private final GraphQLSchema schema;

	@Autowired
	KnownRowsTests(@LocalServerPort int port, StatementCounter counter, RowCache rows, GraphQlSource source) {
		this.api = new CountingClient(port, counter);
		this.rows = rows;
		this.schema = source.schema();
	}

	@ParameterizedTest
	@MethodSource("org.incumbent.GoldenQueriesTests#queries")
	void theAnswerIsTheSameFromKnownRows(Path query) throws IOException {
		String document = Files.readString(query);
		JsonNode first = this.api.ask(document);
		assertThat(first.get("errors")).as("errors of " + query).isNull();
		assertThat(this.api.ask(document)).isEqualTo(first);
		assertThat(first.toPrettyString()).isEqualTo(GoldenQueriesTests.kept(query));
	}

	static List<String> lists() {
		List<String> lists = new ArrayList<>();
		for (String list : List.of("people", "organisations", "roles", "appointments", "events", "quotes", "sources",
				"claims", "topics")) {
			lists.add(list + "(first: 3) { nodes { id } totalCount }");
		}
		lists.add("disputes(first: 3) { nodes { field state } totalCount }");
		lists.add("attributionMismatches(first: 3) { nodes { reason quote { id } } totalCount }");
		lists.add("timeline(first: 3) { nodes { kind field } totalCount }");
		lists.add("dataset { suspiciousFacts(first: 3) { nodes { rule subject { id } } totalCount } }");
		lists.add("dataset { wantedFacts(first: 3) { nodes { name } totalCount } }");
		lists.add(ARRIVALS);
		lists.add(TURNOVERS);
		return lists;
	}

	@ParameterizedTest
	@MethodSource("lists")
	void whoeverAsksForAListAgainAsksTheDatabaseNothing(String list) {
		String query = "{ " + list + " }";
		JsonNode first = this.api.ask(query);
		assertThat(first.get("errors")).as(query).isNull();
		assertThat(this.api.statements(query)).isZero();
		assertThat(this.api.ask(query)).isEqualTo(first);
		// as another query, so that the rows and not its text are what is known
		assertThat(this.api.statements("query Again { again: " + list + " }")).isZero();
	}

	/**
	 * As somebody else who asks for the same in other words: each field of a record that
	 * leads to others, and the nodes that these lead to.
	 */
	@Test
	void whoeverFollowsAFieldAgainAsksTheDatabaseNothing() {
		Map<String, Integer> first = new TreeMap<>();
		Map<String, Integer> again = new TreeMap<>();
		LISTS.forEach((type, list) -> {
			for (GraphQLFieldDefinition field : this.schema.getObjectType(type).getFieldDefinitions()) {
				if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType) {
					String edge = type + '.' + field.getName();
					String selected = selected(edge, field, 1);
					found().invalidateAll();
					first.put(edge,
							this.api.statementsOfOne("{ %s(first: 3) { nodes { %s } } }".formatted(list, selected)));
					again.put(edge,
							this.api.statementsOfOne(
									"query Again { again: %s(first: 3) { edges { node { known: %s id } } } }"
										.formatted(list, selected)));
				}
			}
		});
		assertThat(first).hasSizeGreaterThan(60)
			.containsKeys("Person.appointments", "Organisation.events")
			.allSatisfy((edge, statements) -> assertThat(statements).as(edge).isPositive());
		assertThat(again).hasSameSizeAs(first)
			.allSatisfy((edge, statements) -> assertThat(statements).as(edge).isZero());
	}

	/**
	 * A field with its plain values and, up to a depth, the records that it leads to.
	 */
	private String selected(String place, GraphQLFieldDefinition field, int depth) {
		GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
		String name = field.getName() + ARGUMENTS.getOrDefault(place, "");
		if (!(type instanceof GraphQLFieldsContainer fields)) {
			return (type instanceof GraphQLCompositeType) ? name + " { __typename }" : name;
		}
		GraphQLFieldDefinition nodes = fields.getFieldDefinition("nodes");
		if (nodes != null) {
			String page = name.endsWith(")") ? name.replaceFirst("\\)$", ", first: 3)") : name + "(first: 3)";
			return "%s { %s totalCount }".formatted(page, selected(type.getName() + ".nodes", nodes, depth));
		}
		StringJoiner selections = new StringJoiner(" ", name + " { __typename ", " }");
		for (GraphQLFieldDefinition inner : fields.getFieldDefinitions()) {
			boolean plain = !(GraphQLTypeUtil.unwrapAll(inner.getType()) instanceof GraphQLCompositeType);
			boolean one = !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(inner.getType()));
			if (inner.getArguments().isEmpty() && (plain || (depth > 0 && one))) {
				selections.add(selected(type.getName() + '.' + inner.getName(), inner, depth - 1));
			}
		}
		return selections.toString();
	}

	private Cache<?, ?> found() {
		return (Cache<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(this.rows, "found"));
	}

	/**
	 * Everybody is handed the same ones.
	 */
	@Test
	void nothingThatIsKnownCanBeChanged() throws IOException {
		for (Path query : GoldenQueriesTests.queries()) {
			this.api.ask(Files.readString(query));
		}
		Set<String> changeable = new TreeSet<>();
		Collection<?> all = found().asMap().values();
		all.forEach((each) -> addChangeable(each, each.getClass().getSimpleName(), changeable));
		assertThat(all).hasSizeGreaterThan(500);
		assertThat(changeable).isEmpty();
	}

	private static void addChangeable(@Nullable Object value, String place, Set<String> changeable) {
		if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
			if (!value.getClass()
				.getName()
				.matches("java\\.util\\.(ImmutableColl|Collections.(Unmod|Empty|Single)).*")) {
				changeable.add(place + ": " + value.getClass().getName());
			}
		}
		if (value instanceof Collection<?> all) {
			all.forEach((each) -> addChangeable(each, place + "[]", changeable));
		}
		if (value instanceof Map<?, ?> all) {
			all.values().forEach((each) -> addChangeable(each, place + "{}", changeable));
		}
		if (value instanceof Record row) {
			for (RecordComponent component : row.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				addChangeable(ReflectionUtils.invokeMethod(component.getAccessor(), row),
						row.getClass().getSimpleName() + '.' + component.getName(), changeable);
			}
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		static StatementCounter statementCounter() {
			return new StatementCounter();
		}

	}

}

package org.incumbent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.NodeRepository;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a client may send for each argument of the schema, and for each field of its input
 * types, as GraphQL has it: one value of each kind that may lead to another SQL
 * statement.
 */
final class QueryValues {

	/**
	 * The types whose ids an argument takes, by its name, which may follow those of its
	 * field and type.
	 */
	private static final Map<String, List<String>> TYPES = Map.ofEntries(
			Map.entry("about", List.of("Person", "Organisation", "Role", "Event", "OrganisationChange")),
			Map.entry("AttributionFilter.speaker", List.of("Person")), Map.entry("EventBy.id", List.of("Event")),
			Map.entry("from", List.of("Person")), Map.entry("organisation", List.of("Organisation")),
			Map.entry("organisations", List.of("Organisation")),
			Map.entry("OrganisationBy.id", List.of("Organisation")), Map.entry("parent", List.of("Organisation")),
			Map.entry("participant", List.of("Person", "Organisation")), Map.entry("partOf", List.of("Event")),
			Map.entry("person", List.of("Person")), Map.entry("PersonBy.id", List.of("Person")),
			Map.entry("publisher", List.of("Organisation")), Map.entry("reactsTo", List.of("Event", "Quote")),
			Map.entry("role", List.of("Role")), Map.entry("RoleBy.id", List.of("Role")),
			Map.entry("source", List.of("Source")), Map.entry("SourceBy.id", List.of("Source")),
			Map.entry("speaker", List.of("Person", "Organisation")), Map.entry("subject", List.of("Appointment")),
			Map.entry("topic", List.of("Topic")));

	private static final int SEVERAL = 5;

	/** The keys of records that lead to many others, by their types. */
	private static final Map<String, List<String>> KNOWN = Map.of("Appointment",
			List.of("ian-dalton-nhs-improvement-chief-executive"), "Event",
			List.of("ian-dalton-quits-nhs-improvement-2019", "ian-dalton-interview-with-hsj-2018"), "Organisation",
			List.of("nhs-improvement", "nhs-england", "bt", "nhs", "sherwood-forest"), "Person",
			List.of("ian-dalton", "dido-harding"), "Quote", List.of("chris-hopson-on-the-end-of-two-chief-executives"),
			"Role", List.of("nhs-improvement-chief-executive"), "Source",
			List.of("healthcare-leader-ian-dalton-quits-nhs-improvement"));

	/** What stands for texts and days, by the same names. */
	private static final Map<String, List<String>> TEXTS = Map.ofEntries(
			Map.entry("Appointment.claims.field", List.of("start_date")), Map.entry("asOf", List.of("2019-03-01")),
			Map.entry("date", List.of("2019-03-01")), Map.entry("Event.claims.field", List.of("name")),
			Map.entry("existsOn", List.of("2019-03-01")), Map.entry("fields", List.of("start_date")),
			Map.entry("from", List.of("2018-01-01")), Map.entry("name", List.of("nhs")),
			// one that no body has is looked for among the old ones too
			Map.entry("odsCode", List.of("none")), Map.entry("on", List.of("2019-03")),
			Map.entry("Organisation.claims.field", List.of("name")),
			Map.entry("OrganisationChange.claims.field", List.of("kind")),
			Map.entry("Person.claims.field", List.of("name")), Map.entry("Quote.claims.field", List.of("form")),
			Map.entry("Role.claims.field", List.of("name")), Map.entry("scheme", List.of("ods")),
			// two in one query are looked up together
			Map.entry("slug", List.of("nobody", "no-one")), Map.entry("text", List.of("chief")),
			Map.entry("to", List.of("2019-12-31")), Map.entry("types", List.of("Appointment")),
			Map.entry("url", List.of("https://example.org/none")), Map.entry("value", List.of("none")));

	private final Map<String, List<String>> ids = new TreeMap<>();

	private final String release;

	QueryValues(List<NodeRepository<?>> repositories, JdbcClient jdbc, String release) {
		repositories.forEach((each) -> this.ids.put(each.type().getSimpleName(), find(each, jdbc)));
		this.release = release;
	}

	/**
	 * The values of an argument, or of a field of an input type.
	 * @param name its name, behind those of where it is
	 * @throws IllegalStateException if a new one has none yet
	 */
	List<String> of(String name, GraphQLInputType type) {
		GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
		if (GraphQLTypeUtil.isList(nullable)) {
			GraphQLType item = GraphQLTypeUtil.unwrapOne(nullable);
			List<String> items = of(name, (GraphQLInputType) item);
			// as many as there are would be one parameter all the same
			return List.of("[" + items.get(items.size() - 1) + "]");
		}
		if (nullable instanceof GraphQLEnumType choice) {
			if (choice.getName().equals("RoleKind")) {
				// one is as good as another, and few bodies have a president
				return List.of(name.equals("TurnoverFilter.roleKind") ? "PRESIDENT" : "CHIEF_EXECUTIVE");
			}
			return choice.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
		}
		if (nullable instanceof GraphQLInputObjectType object) {
			return ofObject(object);
		}
		return switch (((GraphQLNamedType) nullable).getName()) {
			case "Boolean" -> List.of("true", "false");
			case "Int" -> List.of("2");
			case "ID" -> ids(name);
			default -> texts(name);
		};
	}

	/**
	 * One value for every field, each with what the type must have beside it.
	 */
	private List<String> ofObject(GraphQLInputObjectType type) {
		List<GraphQLInputObjectField> fields = type.getFields();
		List<GraphQLInputObjectField> simple = fields.stream().filter((field) -> !isFilter(field, type)).toList();
		List<String> values = new ArrayList<>();
		for (GraphQLInputObjectField field : simple) {
			String others = simple.stream()
				.filter((each) -> isRequired(each) && !each.equals(field))
				.map((each) -> ", %s: %s".formatted(each.getName(), valuesOf(each, type).get(0)))
				.collect(Collectors.joining());
			valuesOf(field, type)
				.forEach((value) -> values.add("{ %s: %s%s }".formatted(field.getName(), value, others)));
		}
		if (simple.size() < fields.size()) {
			values.addAll(combined(values.get(0), values.get(1)));
		}
		return values;
	}

	private static List<String> combined(String one, String other) {
		return List.of("{ and: [%s, %s] }".formatted(one, other), "{ or: [%s, %s] }".formatted(one, other),
				"{ not: %s }".formatted(one));
	}

	private List<String> valuesOf(GraphQLInputObjectField field, GraphQLInputObjectType type) {
		return of(type.getName() + "." + field.getName(), field.getType());
	}

	private static boolean isFilter(GraphQLInputObjectField field, GraphQLInputObjectType type) {
		return GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals(type.getName());
	}

	private static boolean isRequired(GraphQLInputObjectField field) {
		return GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
	}

	/**
	 * The ids of some records of each type that has any.
	 */
	Map<String, List<String>> ids() {
		return this.ids;
	}

	private List<String> ids(String name) {
		if (name.startsWith("Query.node")) {
			return this.ids.values().stream().map((each) -> each.get(0)).toList();
		}
		if (name.equals("Query.connection.to")) {
			// not the one at the other end
			return Objects.requireNonNull(this.ids.get("Person")).subList(1, 2);
		}
		return find(TYPES, name).stream().map((type) -> Objects.requireNonNull(this.ids.get(type)).get(0)).toList();
	}

	/**
	 * Ids as GraphQL has them, those first of which most is known.
	 */
	private static List<String> find(NodeRepository<?> repository, JdbcClient jdbc) {
		String type = repository.type().getSimpleName();
		Set<String> keys = new LinkedHashSet<>(KNOWN.getOrDefault(type, List.of()));
		keys.addAll(jdbc
			.sql("select t.id from %s t order by t.id fetch first %d rows only".formatted(repository.table(), SEVERAL))
			.query(String.class)
			.list());
		return keys.stream().limit(SEVERAL).map((key) -> '"' + GlobalId.of(type, key) + '"').toList();
	}

	private List<String> texts(String name) {
		List<String> texts = name.endsWith(".since") ? List.of(this.release) : find(TEXTS, name);
		return texts.stream().map((text) -> '"' + text + '"').toList();
	}

	private static List<String> find(Map<String, List<String>> values, String name) {
		List<String> found = values.get(name);
		if (found != null) {
			return found;
		}
		int dot = name.indexOf('.');
		if (dot >= 0) {
			return find(values, name.substring(dot + 1));
		}
		throw new IllegalStateException("there is no value yet for '" + name + "': add one to QueryValues");
	}

}

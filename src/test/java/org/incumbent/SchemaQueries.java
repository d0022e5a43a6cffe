package org.incumbent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;

/**
 * Queries for every field of the schema, as it is and with every value of every argument,
 * of one record and of several at once. They are made from the schema, so that what is
 * added to it is asked for.
 */
final class SchemaQueries {

	private static final Set<String> PAGING = Set.of("first", "after", "last", "before");

	/** Compares all records of two releases, which no index spares. */
	private static final String COMPARISON = "changes";

	/** The argument that another one needs, where the field takes both. */
	private static final Map<String, String> NEEDED = Map.of("calendar", "followSuccessors", "certainty", "between");

	/** How many fields a query has side by side; the API takes no more than 50. */
	private static final int TOGETHER = 40;

	/** Where more of a query goes. */
	private static final String HOLE = "…";

	/** Where the arguments for a page go. */
	private static final String PAGE = "¶";

	private final GraphQLSchema schema;

	private final QueryValues values;

	private final boolean alone;

	/** The beginning of a query for each object type. */
	private final Map<String, Way> ways = new LinkedHashMap<>();

	/**
	 * Queries for a schema.
	 * @param alone whether the list of one record is asked for beside that of several
	 */
	SchemaQueries(GraphQLSchema schema, QueryValues values, boolean alone) {
		this.schema = schema;
		this.values = values;
		this.alone = alone;
		findWays();
	}

	/**
	 * The object types that queries lead to and that have more than values.
	 */
	Set<String> types() {
		return this.ways.keySet()
			.stream()
			.filter((type) -> fields(type).stream().anyMatch((field) -> !GraphQLTypeUtil.isLeaf(type(field))))
			.filter((type) -> !type.equals(this.schema.getQueryType().getName()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Queries with all arguments but cursors.
	 */
	List<String> withArguments() {
		List<String> queries = new ArrayList<>();
		this.ways.forEach((type, way) -> {
			List<String> fields = new ArrayList<>();
			List<String> lists = new ArrayList<>();
			for (GraphQLFieldDefinition field : fields(type)) {
				List<String> calls = calls(type, field).stream().map((call) -> call + selection(field)).toList();
				fields.addAll(calls);
				lists.addAll(isList(field) ? calls : List.of());
			}
			queries.addAll(way.toSeveral(fields));
			queries.addAll(this.alone ? way.toOne(lists) : List.of());
		});
		return queries;
	}

	/**
	 * Each list, which has cursors of its own.
	 */
	List<PagedList> lists() {
		List<PagedList> lists = new ArrayList<>();
		this.ways.forEach((type, way) -> fields(type).stream()
			.filter(SchemaQueries::isList)
			.forEach((field) -> lists.add(new PagedList(way, orders(type, field), this.alone))));
		return lists;
	}

	/**
	 * Records that have ids are asked for by these, and what is in them or in the lists
	 * of all by the shortest way from there.
	 */
	private void findWays() {
		this.ways.put(this.schema.getQueryType().getName(), new Way("{ " + HOLE + " }", "{ " + HOLE + " }"));
		this.values.ids().forEach((type, ids) -> this.ways.put(type, Way.to(type, ids)));
		Deque<String> open = new ArrayDeque<>(this.ways.keySet());
		while (!open.isEmpty()) {
			String type = open.remove();
			fields(type).stream()
				.sorted(Comparator.comparing((field) -> !isList(field)))
				.forEach((field) -> open.addAll(lead(type, field)));
		}
	}

	/**
	 * Notes the ways to the types of a field that none is known to.
	 * @return these types
	 */
	private List<String> lead(String type, GraphQLFieldDefinition field) {
		boolean list = isList(field);
		List<String> found = new ArrayList<>();
		for (GraphQLObjectType target : objects(list ? node(field) : type(field))) {
			String name = target.getName();
			if (!this.ways.containsKey(name)) {
				String inner = "{ ... on %s { %s } }".formatted(name, HOLE);
				Way way = Objects.requireNonNull(this.ways.get(type));
				String required = required(type, field);
				this.ways.put(name, list
						? way.longer(field.getName() + arguments("first: 10", required) + " { nodes " + inner + " }",
								field.getName() + arguments("first: 1", required) + " { nodes " + inner + " }")
						: way.longer(field.getName() + arguments(required) + " " + inner));
				found.add(name);
			}
		}
		return found;
	}

	private List<GraphQLObjectType> objects(GraphQLNamedType type) {
		if (type instanceof GraphQLObjectType object) {
			return List.of(object);
		}
		if (type instanceof GraphQLUnionType union) {
			return union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
		}
		return (type instanceof GraphQLInterfaceType parent) ? this.schema.getImplementations(parent) : List.of();
	}

	private List<GraphQLFieldDefinition> fields(String type) {
		return this.schema.getObjectType(type)
			.getFieldDefinitions()
			.stream()
			.filter((field) -> !(type.equals("Dataset") && field.getName().equals(COMPARISON)))
			.toList();
	}

	/**
	 * A field with its arguments, in all ways that are to be asked for.
	 */
	private List<String> calls(String type, GraphQLFieldDefinition field) {
		String size = isList(field) ? "first: 3" : "";
		Set<String> calls = new LinkedHashSet<>();
		calls.add(field.getName() + arguments(size, required(type, field)));
		for (GraphQLArgument argument : others(field)) {
			if (isOrder(argument)) {
				continue;
			}
			for (String value : this.values.of(nameOf(type, field, argument), argument.getType())) {
				String beside = beside(field, argument, value);
				boolean takesBoth = beside.isEmpty() || field.getArgument(beside) != null;
				if (takesBoth) {
					calls.add(field.getName() + arguments(size, required(type, field, argument.getName(), beside),
							argument.getName() + ": " + value, valueOf(type, field, beside)));
				}
			}
		}
		return List.copyOf(calls);
	}

	/**
	 * The argument that a value of another one needs, empty where it needs none.
	 */
	private static String beside(GraphQLFieldDefinition field, GraphQLArgument argument, String value) {
		if (value.contains("certainty: ")) {
			return "asOf";
		}
		String needed = NEEDED.getOrDefault(argument.getName(), "");
		return (field.getArgument(needed) != null) ? needed : "";
	}

	private String valueOf(String type, GraphQLFieldDefinition field, String argument) {
		if (argument.isEmpty()) {
			return "";
		}
		GraphQLArgument found = field.getArgument(argument);
		return argument + ": " + this.values.of(nameOf(type, field, found), found.getType()).get(0);
	}

	private List<String> orders(String type, GraphQLFieldDefinition field) {
		List<String> orders = new ArrayList<>(List.of(""));
		for (GraphQLArgument argument : others(field)) {
			if (isOrder(argument)) {
				this.values.of(nameOf(type, field, argument), argument.getType())
					.forEach((value) -> orders.add(argument.getName() + ": " + value));
			}
		}
		return orders.stream()
			.map((order) -> field.getName() + arguments(PAGE, required(type, field), order) + selection(field))
			.toList();
	}

	private static boolean isOrder(GraphQLArgument argument) {
		return Set.of("orderBy", "direction").contains(argument.getName());
	}

	private String required(String type, GraphQLFieldDefinition field, String... except) {
		return others(field).stream()
			.filter((each) -> GraphQLTypeUtil.isNonNull(each.getType()) && !each.hasSetDefaultValue())
			.filter((each) -> !List.of(except).contains(each.getName()))
			.map((each) -> each.getName() + ": " + this.values.of(nameOf(type, field, each), each.getType()).get(0))
			.collect(Collectors.joining(", "));
	}

	private static List<GraphQLArgument> others(GraphQLFieldDefinition field) {
		return field.getArguments().stream().filter((each) -> !PAGING.contains(each.getName())).toList();
	}

	private static String nameOf(String type, GraphQLFieldDefinition field, GraphQLArgument argument) {
		return "%s.%s.%s".formatted(type, field.getName(), argument.getName());
	}

	private static String arguments(String... arguments) {
		String text = List.of(arguments).stream().filter((each) -> !each.isEmpty()).collect(Collectors.joining(", "));
		return text.isEmpty() ? "" : "(" + text + ")";
	}

	private String selection(GraphQLFieldDefinition field) {
		if (!isList(field)) {
			return selection(type(field));
		}
		String others = fields(type(field).getName()).stream()
			.filter((each) -> !Set.of("edges", "nodes", "pageInfo").contains(each.getName()))
			.map((each) -> each.getName() + selection(type(each)))
			.collect(Collectors.joining(" "));
		return " { edges { cursor node%s } pageInfo { startCursor endCursor } %s }".formatted(selection(node(field)),
				others);
	}

	/**
	 * All of a type's own values, so that its records are read.
	 */
	private String selection(GraphQLNamedType type) {
		if (type instanceof GraphQLObjectType object) {
			return " { __typename %s }".formatted(object.getFieldDefinitions()
				.stream()
				.filter((field) -> field.getArguments().isEmpty() && GraphQLTypeUtil.isLeaf(type(field)))
				.map(GraphQLFieldDefinition::getName)
				.collect(Collectors.joining(" ")));
		}
		if (objects(type).isEmpty()) {
			return "";
		}
		return objects(type).stream()
			.filter((each) -> each.getFieldDefinition("id") != null)
			.map((each) -> "... on %s { id }".formatted(each.getName()))
			.collect(Collectors.joining(" ", " { __typename ", " }"));
	}

	private static boolean isList(GraphQLFieldDefinition field) {
		return field.getArgument("first") != null;
	}

	private static GraphQLNamedOutputType type(GraphQLFieldDefinition field) {
		return (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
	}

	private GraphQLNamedType node(GraphQLFieldDefinition field) {
		return type(this.schema.getObjectType(type(field).getName()).getFieldDefinition("nodes"));
	}

	/**
	 * The beginning of queries, which ends where there is a hole in it.
	 *
	 * @param several leads to several records of a type
	 * @param one leads to a single one, in the same way
	 */
	record Way(String several, String one) {

		static Way to(String type, List<String> ids) {
			String query = "{ nodes(ids: %s) { ... on %s { %s } } }";
			return new Way(query.formatted(ids, type, HOLE), query.formatted(ids.subList(0, 1), type, HOLE));
		}

		Way longer(String next) {
			return longer(next, next);
		}

		Way longer(String next, String nextOfOne) {
			return new Way(this.several.replace(HOLE, next), this.one.replace(HOLE, nextOfOne));
		}

		/**
		 * Queries about several records, with several fields each.
		 */
		List<String> toSeveral(List<String> fields) {
			return together(this.several, fields);
		}

		/**
		 * The same about one record, none where that is the same query.
		 */
		List<String> toOne(List<String> fields) {
			return this.one.equals(this.several) ? List.of() : together(this.one, fields);
		}

		private static List<String> together(String way, List<String> fields) {
			List<String> queries = new ArrayList<>();
			for (int from = 0; from < fields.size(); from += TOGETHER) {
				StringBuilder part = new StringBuilder();
				for (int i = from; i < Math.min(from + TOGETHER, fields.size()); i++) {
					part.append("a%d: %s\n".formatted(i, fields.get(i)));
				}
				queries.add(way.replace(HOLE, part));
			}
			return queries;
		}

	}

	/**
	 * A list that has pages.
	 *
	 * @param way the beginning of a query for it
	 * @param orders the list in each of its orders, without a page
	 * @param alone whether to ask for it of one record too
	 */
	record PagedList(Way way, List<String> orders, boolean alone) {

		/**
		 * A query for the start of the list in each order, as the fields {@code a0},
		 * {@code a1} and so on.
		 */
		String start() {
			return this.way.toSeveral(pages("first: 1")).get(0);
		}

		/**
		 * Queries for other pages of the list.
		 * @param cursors one for each order
		 */
		List<String> further(List<String> cursors) {
			List<String> fields = new ArrayList<>(pages("last: 3"));
			for (int i = 0; i < cursors.size(); i++) {
				fields.add(this.orders.get(i).replace(PAGE, "first: 3, after: \"%s\"".formatted(cursors.get(i))));
				fields.add(this.orders.get(i).replace(PAGE, "last: 3, before: \"%s\"".formatted(cursors.get(i))));
			}
			List<String> queries = new ArrayList<>(this.way.toSeveral(fields));
			queries.addAll(this.alone ? this.way.toOne(fields) : List.of());
			return queries;
		}

		private List<String> pages(String page) {
			return this.orders.stream().map((order) -> order.replace(PAGE, page)).toList();
		}

	}

}

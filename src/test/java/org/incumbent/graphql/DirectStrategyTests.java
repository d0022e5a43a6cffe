package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any query has the answer, the errors and the statements that it has with graphql-java's
 * own strategy, whatever the fields give: values, nothing, something of another type,
 * failures, and all of these later.
 */
class DirectStrategyTests {

	private static final int CASES = 10_000;

	private static final String TYPES = """
			type Query { left: Left right: Right! node: Node nodes: [Node!] }
			interface Node { number: Int }
			enum Kind { GOOD BAD }
			type Left implements Node { %1$s }
			type Right implements Node { %1$s }
			""".formatted("""
			number: Int numberMust: Int! kind: Kind kindMust: Kind! numbers: [Int] numbersMust: [Int!]!
			left: Left leftMust: Left! node: Node nodeMust: Node! nodes: [Node] nodesMust: [[Node!]!]!
			laterNumber: Int laterKindMust: Kind! laterLeft: Left laterRightMust: Right! laterNode: Node
			laterNodes: [Node!] laterChain: Left laterDone: Right
			given(number: Int): Left givenLater(number: Int): Right!
			""");

	private final World world = new World();

	private final List<String> asked = new ArrayList<>();

	private final GraphQLSchema schema = schema();

	private final GraphQL direct = graphQl(new DirectStrategy(new SimpleDataFetcherExceptionHandler()));

	private final GraphQL plain = graphQl(new AsyncExecutionStrategy(new SimpleDataFetcherExceptionHandler()));

	@Test
	void everyAnswerIsThatOfGraphQlJava() {
		int failed = 0;
		for (int i = 0; i < CASES; i++) {
			Random random = new Random(i);
			this.world.seed = i;
			this.world.percentOdd = (i % 4 == 0) ? 0 : random.nextInt(12);
			String query = query(random);
			Answer expected = answer(this.plain, query);
			assertThat(answer(this.direct, query)).as("Case %d: %s", i, query).isEqualTo(expected);
			failed += expected.errors.isEmpty() ? 0 : 1;
		}
		assertThat(failed).isBetween(CASES / 10, CASES - CASES / 10);
	}

	private Answer answer(GraphQL graphQl, String query) {
		this.asked.clear();
		ExecutionResult result = graphQl.executeAsync(ExecutionInput.newExecutionInput(query).build())
			.orTimeout(10, TimeUnit.SECONDS)
			.join();
		return new Answer(String.valueOf(result.<Object>getData()),
				result.getErrors().stream().map((error) -> error.getPath() + error.getMessage()).sorted().toList(),
				this.asked.stream().sorted().toList());
	}

	private GraphQL graphQl(ExecutionStrategy strategy) {
		Batches batches = new Batches(NothingKept.rows(), NothingKept.rounds());
		for (GraphQLObjectType type : types()) {
			for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
				if (isLater(field)) {
					batches.<String, Object>add(batch(type, field), (keys) -> find(type, field, keys));
				}
			}
		}
		GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(this.schema.getCodeRegistry());
		for (GraphQLObjectType type : types()) {
			for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
				code.dataFetcher(FieldCoordinates.coordinates(type, field), fetcher(type, field, batches));
			}
		}
		return GraphQL.newGraphQL(this.schema.transformWithoutTypes((builder) -> builder.codeRegistry(code.build())))
			.instrumentation(new QueryBatches(batches))
			.queryExecutionStrategy(strategy)
			.build();
	}

	private Map<String, Object> find(GraphQLObjectType type, GraphQLFieldDefinition field, Collection<String> keys) {
		this.asked.add(batch(type, field) + new TreeSet<>(keys));
		Map<String, Object> found = new HashMap<>();
		for (String key : keys) {
			Object value = this.world.value(field, Long.parseLong(key));
			if (value != null) {
				found.put(key, value);
			}
		}
		return found;
	}

	private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field, Batches batches) {
		boolean given = !field.getArguments().isEmpty();
		if (!given && !isLater(field)) {
			return new Read(this.world);
		}
		List<FieldParameter> parameters = new ArrayList<>();
		parameters.add((FieldParameter.OfRecord) (source, place) -> source);
		parameters.add((FieldParameter.OfRecord) (source, place) -> isLater(field)
				? batches.loader(batch(type, field), place) : null);
		if (given) {
			parameters.add((FieldParameter.OfQuery) (environment) -> environment.getArgument("number"));
		}
		else {
			parameters.add((FieldParameter.OfRecord) (source, place) -> null);
		}
		Controller controller = new Controller(this.world, field);
		return new DirectField(controller, Finding.class.getDeclaredMethods()[0], parameters);
	}

	private static boolean isLater(GraphQLFieldDefinition field) {
		return field.getName().toLowerCase(Locale.ROOT).contains("later");
	}

	private static String batch(GraphQLObjectType type, GraphQLFieldDefinition field) {
		return type.getName() + '.' + field.getName();
	}

	private List<GraphQLObjectType> types() {
		return Stream.of("Query", "Left", "Right").map(this.schema::getObjectType).toList();
	}

	private static GraphQLSchema schema() {
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
			.type("Node", (node) -> node.typeResolver(DirectStrategyTests::type))
			.build();
		return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(TYPES), wiring);
	}

	private static @Nullable GraphQLObjectType type(TypeResolutionEnvironment environment) {
		Object record = environment.getObject();
		return (record instanceof HasKey) ? environment.getSchema().getObjectType(record.getClass().getSimpleName())
				: null;
	}

	private String query(Random random) {
		String fragment = selection(this.schema.getObjectType("Left"), random, 1);
		return "{ one: left { ...One } ... on Query %s } fragment One on Left %s"
			.formatted(selection(this.schema.getQueryType(), random, 4), fragment);
	}

	private String selection(GraphQLCompositeType type, Random random, int depth) {
		List<String> fields = new ArrayList<>();
		List<GraphQLFieldDefinition> choices = ((GraphQLFieldsContainer) type).getFieldDefinitions();
		int wanted = 1 + random.nextInt(4);
		for (int i = 0; i < wanted; i++) {
			GraphQLFieldDefinition field = choices.get(random.nextInt(choices.size()));
			boolean scalar = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
			if (scalar || depth > 0) {
				String alias = random.nextInt(3) == 0 ? "a" + i + ": " : "";
				String name = alias.isEmpty() && !scalar ? "b" + i + ": " : alias;
				fields.add(name + field.getName() + (field.getArguments().isEmpty() ? "" : "(number: " + i + ")")
						+ (scalar ? "" : " " + selection(composite(field), random, depth - 1)));
			}
		}
		if (type.getName().equals("Node")) {
			for (String each : List.of("Left", "Right")) {
				if (depth > 0 && random.nextBoolean()) {
					fields.add("... on " + each + " " + selection(this.schema.getObjectType(each), random, depth - 1));
				}
			}
		}
		if (type.getName().equals("Left") && depth > 1 && random.nextInt(4) == 0) {
			fields.add("...One");
		}
		if (fields.isEmpty() || random.nextInt(4) == 0) {
			fields.add("__typename");
		}
		return "{ " + String.join(" ", fields) + " }";
	}

	private static GraphQLCompositeType composite(GraphQLFieldDefinition field) {
		return (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(field.getType());
	}

	/**
	 * What a query is answered, and what was asked for that.
	 */
	private record Answer(String data, List<String> errors, List<String> asked) {

	}

	/**
	 * What the fields of all records give, the same each time.
	 */
	private static final class World {

		private long seed;

		/** How many values of a hundred are out of the ordinary. */
		private int percentOdd;

		@Nullable Object value(GraphQLFieldDefinition field, long record) {
			return value(field.getType(), new Random(31 * (31 * this.seed + record) + field.getName().hashCode()),
					true);
		}

		private @Nullable Object value(GraphQLType type, Random random, boolean mayBeOdd) {
			if (mayBeOdd && random.nextInt(100) < this.percentOdd) {
				return odd(random);
			}
			if (type instanceof GraphQLNonNull must) {
				return value(must.getWrappedType(), random, false);
			}
			if (random.nextInt(5) == 0) {
				return null;
			}
			if (type instanceof GraphQLList list) {
				List<@Nullable Object> values = new ArrayList<>();
				int size = random.nextInt(4);
				for (int i = 0; i < size; i++) {
					values.add(value(list.getWrappedType(), random, true));
				}
				return values;
			}
			if (type instanceof GraphQLEnumType) {
				return random.nextBoolean() ? "GOOD" : "BAD";
			}
			if (type instanceof GraphQLCompositeType record) {
				boolean left = record.getName().equals("Left")
						|| (!record.getName().equals("Right") && random.nextBoolean());
				return left ? new Left(random.nextInt(1000)) : new Right(random.nextInt(1000));
			}
			return random.nextInt(100);
		}

		private static @Nullable Object odd(Random random) {
			return switch (random.nextInt(4)) {
				case 0 -> null;
				case 1 -> "neither";
				case 2 -> List.of("neither");
				default -> throw new IllegalStateException("No luck");
			};
		}

	}

	private interface HasKey {

		long key();

	}

	private record Left(long key) implements HasKey {

	}

	private record Right(long key) implements HasKey {

	}

	/**
	 * Reads a field of a record.
	 */
	private record Read(World world) implements LightDataFetcher<Object> {

		@Override
		public @Nullable Object get(GraphQLFieldDefinition field, @Nullable Object source,
				Supplier<DataFetchingEnvironment> environment) {
			return this.world.value(field, (source instanceof HasKey record) ? record.key() : 0);
		}

		@Override
		public @Nullable Object get(DataFetchingEnvironment environment) {
			return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
		}

	}

	interface Finding {

		@Nullable Object find(@Nullable Object source, @Nullable Loader<String, Object> loader, @Nullable Integer number);

	}

	/**
	 * Finds a field of a record.
	 */
	private record Controller(World world, GraphQLFieldDefinition field) implements Finding {

		@Override
		public @Nullable Object find(@Nullable Object source, @Nullable Loader<String, Object> loader,
				@Nullable Integer number) {
			long key = (source instanceof HasKey record) ? record.key() : 0;
			if (number != null) {
				key = 10 * key + number;
			}
			if (loader == null) {
				return this.world.value(this.field, key);
			}
			String wanted = String.valueOf(key);
			return switch (this.field.getName()) {
				case "laterChain" -> loader.load(wanted).thenCompose((first) -> loader.load(wanted + "1"));
				case "laterDone" -> CompletableFuture.completedFuture(this.world.value(this.field, key));
				default -> Objects.requireNonNull(loader.load(wanted));
			};
		}

	}

}

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
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
			type Query { left: Left right: Right! node: Node nodes: [Node!] either: Either }
			interface Node { number: Int }
			union Either = Left | Right
			enum Kind { GOOD BAD }
			type Left implements Node { %1$s }
			type Right implements Node { %1$s }
			""".formatted("""
			number: Int numberMust: Int! kind: Kind kindMust: Kind! numbers: [Int] numbersMust: [Int!]!
			either: Either laterEithers: [Either!] optional: Int optionalLeft: Left
			left: Left leftMust: Left! node: Node nodeMust: Node! nodes: [Node] nodesMust: [[Node!]!]!
			laterNumber: Int laterKindMust: Kind! laterLeft: Left laterRightMust: Right! laterNode: Node
			laterNodes: [Node!] laterChain: Left laterDone: Right
			given(number: Int): Left givenLater(number: Int): Right!
			""");

	private final World world = new World();

	private final List<String> asked = new ArrayList<>();

	/** How many fields of a query have a name of their own. */
	private int names;

	private final GraphQLSchema schema = schema();

	private final GraphQL direct = graphQl(new DirectStrategy(new SimpleDataFetcherExceptionHandler()));

	private final GraphQL plain = graphQl(new AsyncExecutionStrategy(new SimpleDataFetcherExceptionHandler()));

	@Test
	void everyAnswerIsThatOfGraphQlJava() {
		int failed = 0;
		int direct = 0;
		for (int i = 0; i < CASES; i++) {
			Random random = new Random(i);
			this.world.seed = i;
			this.world.percentOdd = (i % 4 == 0) ? 0 : random.nextInt(12);
			String query = query(random);
			Answer expected = answer(this.plain, query);
			this.world.withEnvironment = 0;
			this.world.withoutEnvironment = 0;
			assertThat(answer(this.direct, query)).as("Case %d: %s", i, query).isEqualTo(expected);
			if (expected.errors.isEmpty()) {
				assertThat(this.world.withEnvironment).as("Read by graphql-java, case %d", i).isZero();
				direct += this.world.withoutEnvironment;
			}
			failed += expected.errors.isEmpty() ? 0 : 1;
		}
		assertThat(direct).isGreaterThan(CASES);
		assertThat(failed).isBetween(CASES / 10, CASES - CASES / 10);
	}

	@Test
	void anAnswerHasAsManyObjectsAsItMayAndNoMore() {
		GraphQL limited = graphQl(new DirectStrategy(new SimpleDataFetcherExceptionHandler()),
				new ErrorInstrumentation());
		int refusals = 0;
		for (int i = 0; i < CASES / 5; i++) {
			Random random = new Random(i);
			this.world.seed = i;
			this.world.percentOdd = (i % 2 == 0) ? 0 : random.nextInt(12);
			String query = query(random);
			ExecutionResult whole = execute(limited, query, Integer.MAX_VALUE);
			// what is asked itself is none
			int objects = objects(whole.getData()) - 1;
			if (whole.getErrors().isEmpty()) {
				assertThat(execute(limited, query, objects).toSpecification()).as("Case %d: %s", i, query)
					.isEqualTo(whole.toSpecification());
			}
			if (objects > 0) {
				ExecutionResult refused = execute(limited, query, objects - 1);
				assertThat(refused.<Object>getData()).as("Case %d: %s", i, query).isNull();
				assertThat(refused.getErrors()).singleElement().satisfies((error) -> {
					assertThat(error.getExtensions()).containsEntry("code", "LIMIT_EXCEEDED");
					assertThat(error.getMessage()).contains("more than %,d objects".formatted(objects - 1));
				});
				refusals++;
			}
		}
		assertThat(refusals).isGreaterThan(CASES / 10);
	}

	private static int objects(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().mapToInt(DirectStrategyTests::objects).sum();
		}
		return (value instanceof Map<?, ?> object)
				? 1 + object.values().stream().mapToInt(DirectStrategyTests::objects).sum() : 0;
	}

	private static ExecutionResult execute(GraphQL graphQl, String query, int mostObjects) {
		return graphQl
			.executeAsync(ExecutionInput.newExecutionInput(query)
				.graphQLContext(Map.of(AnswerSize.class, new AnswerSize(mostObjects, Long.MAX_VALUE)))
				.build())
			.orTimeout(10, TimeUnit.SECONDS)
			.join();
	}

	private Answer answer(GraphQL graphQl, String query) {
		this.asked.clear();
		ExecutionResult result = execute(graphQl, query, Integer.MAX_VALUE);
		assertThat(result.getErrors()).as(query)
			.noneMatch((error) -> error.getErrorType() == ErrorType.ValidationError);
		return new Answer(String.valueOf(result.<Object>getData()),
				result.getErrors().stream().map((error) -> error.getPath() + error.getMessage()).sorted().toList(),
				this.asked.stream().sorted().toList());
	}

	private GraphQL graphQl(ExecutionStrategy strategy, Instrumentation... others) {
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
			.instrumentation(new ChainedInstrumentation(
					Stream.concat(Stream.of(new QueryBatches(batches)), Stream.of(others)).toList()))
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
			.type("Either", (either) -> either.typeResolver(DirectStrategyTests::type))
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
		return """
				query ($number: Int = 4, $yes: Boolean = true, $no: Boolean = false) {
				  one: left { ...One }
				  ... on Query %s
				}
				fragment One on Left %s
				fragment Used on Query { one: left { key: number @skip(if: $no) @include(if: $yes) given(number: $number) { ...One } } }
				"""
			.formatted(selection(this.schema.getQueryType(), random, 4).replaceFirst("\\{", "{ ...Used "), fragment);
	}

	/**
	 * A field without a name of its own is merged with its like.
	 */
	private String selection(GraphQLCompositeType type, Random random, int depth) {
		List<String> selected = new ArrayList<>();
		List<GraphQLFieldDefinition> fields = (type instanceof GraphQLFieldsContainer container)
				? container.getFieldDefinitions() : List.of();
		int wanted = fields.isEmpty() ? 0 : 1 + random.nextInt(4);
		for (int i = 0; i < wanted; i++) {
			GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
			boolean scalar = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
			if (scalar || depth > 0) {
				boolean named = random.nextInt(3) == 0;
				selected.add((named ? "a" + ++this.names + ": " : "") + field.getName()
						+ (field.getArguments().isEmpty() ? "" : named ? "(number: " + i + ")" : "(number: $number)")
						+ List.of("", "", "", "", " @skip(if: $yes)", " @include(if: $yes)").get(random.nextInt(6))
						+ (scalar ? "" : " " + selection(composite(field), random, depth - 1)));
			}
		}
		if (!(type instanceof GraphQLObjectType)) {
			for (String each : List.of("Left", "Right")) {
				if (depth > 0 && random.nextBoolean()) {
					selected
						.add("... on " + each + " " + selection(this.schema.getObjectType(each), random, depth - 1));
				}
			}
		}
		if (type.getName().equals("Left") && depth > 1 && random.nextInt(4) == 0) {
			selected.add("...One");
		}
		if (selected.isEmpty() || random.nextInt(4) == 0) {
			selected.add("__typename");
		}
		return "{ " + String.join(" ", selected) + " }";
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

		/** How many fields were read as graphql-java does it. */
		private int withEnvironment;

		private int withoutEnvironment;

		@Nullable Object value(GraphQLFieldDefinition field, long record) {
			Random random = new Random(31 * (31 * this.seed + record) + field.getName().hashCode());
			Object value = value(field.getType(), random, true);
			return field.getName().startsWith("optional") ? Optional.ofNullable(value) : value;
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
			if (source != null) {
				count(environment);
			}
			return this.world.value(field, (source instanceof HasKey record) ? record.key() : 0);
		}

		private void count(Supplier<DataFetchingEnvironment> environment) {
			try {
				assertThat(environment.get()).isNotNull();
				this.world.withEnvironment++;
			}
			catch (NotDirectException ex) {
				this.world.withoutEnvironment++;
			}
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

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.ResultPath;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import org.incumbent.graphql.DirectSelection.Finder;
import org.incumbent.graphql.DirectSelection.Part;
import org.jspecify.annotations.Nullable;

/**
 * What one query selects of each type, worked out once and not for each record.
 */
final class DirectSelections {

	private static final FieldCollector collector = new FieldCollector();

	private final GraphQLSchema schema;

	private final ExecutionContext context;

	private final Map<Place, DirectSelection> known = new HashMap<>();

	private boolean givenUp;

	DirectSelections(ExecutionContext context) {
		this.context = context;
		this.schema = context.getGraphQLSchema();
	}

	/**
	 * Leaves what is still to be answered of the query to graphql-java.
	 */
	void giveUp() {
		this.givenUp = true;
	}

	boolean isGivenUp() {
		return this.givenUp;
	}

	/**
	 * What is selected of a field's value.
	 * @param type the type of the value, or one that it may be of
	 * @param path that of the field; where there are several, one of them will do
	 */
	DirectSelection of(MergedField field, GraphQLObjectType type, ResultPath path) {
		Place place = new Place(field.isSingleField() ? field.getSingleField() : field.getFields(), type);
		return this.known.computeIfAbsent(place, (absent) -> select(field, type, path));
	}

	private DirectSelection select(MergedField field, GraphQLObjectType type, ResultPath path) {
		MergedSelectionSet selected = collector.collectFields(FieldCollectorParameters.newParameters()
			.schema(this.schema)
			.objectType(type)
			.fragments(this.context.getFragmentsByName())
			.variables(this.context.getCoercedVariables().toMap())
			.graphQLContext(this.context.getGraphQLContext())
			.build(), field);
		List<Part> parts = new ArrayList<>(selected.size());
		for (MergedField each : selected.getSubFieldsList()) {
			Part part = part(each, type, path.segment(each.getResultKey()));
			if (part == null) {
				return new DirectSelection(null);
			}
			parts.add(part);
		}
		return new DirectSelection(parts);
	}

	private @Nullable Part part(MergedField field, GraphQLObjectType type, ResultPath path) {
		GraphQLFieldDefinition definition = Introspection.getFieldDefinition(this.schema, type, field.getName());
		Finder finder = finder(field, type, definition, path);
		if (finder == null) {
			return null;
		}
		return new Part(field.getResultKey(), definition.getType(), finder, within(field, definition.getType(), path));
	}

	/**
	 * Looks at no other types than those that records have: there may be many, one within
	 * the other.
	 */
	private DirectSelection.Within within(MergedField field, GraphQLOutputType type, ResultPath path) {
		GraphQLType named = GraphQLTypeUtil.unwrapAll(type);
		if (named instanceof GraphQLObjectType only) {
			return (record) -> of(field, only, path).parts();
		}
		return (record) -> {
			String name = record.getClass().getSimpleName();
			return (this.schema.getType(name) instanceof GraphQLObjectType own
					&& this.schema.isPossibleType((GraphQLNamedType) named, own)) ? of(field, own, path).parts() : null;
		};
	}

	private @Nullable Finder finder(MergedField field, GraphQLObjectType type, GraphQLFieldDefinition definition,
			ResultPath path) {
		if (definition.equals(Introspection.TypeNameMetaFieldDef)) {
			return (record, place) -> type.getName();
		}
		DataFetcher<?> fetcher = this.schema.getCodeRegistry().getDataFetcher(type, definition);
		if (fetcher instanceof DirectField direct) {
			return direct.isOfRecordOnly() ? direct::get : new GivenField(direct, field, type, definition, path);
		}
		return (fetcher instanceof LightDataFetcher<?> light)
				? (record, place) -> light.get(definition, record, DirectSelections::noEnvironment) : null;
	}

	/**
	 * A record needs none.
	 */
	private static DataFetchingEnvironment noEnvironment() {
		throw new NotDirectException();
	}

	/**
	 * A field that the query gives something, such as arguments.
	 */
	private final class GivenField implements Finder {

		private final DirectField direct;

		private final MergedField field;

		private final GraphQLObjectType type;

		private final GraphQLFieldDefinition definition;

		private final ResultPath path;

		private @Nullable Object @Nullable [] given;

		GivenField(DirectField direct, MergedField field, GraphQLObjectType type, GraphQLFieldDefinition definition,
				ResultPath path) {
			this.direct = direct;
			this.field = field;
			this.type = type;
			this.definition = definition;
			this.path = path;
		}

		@Override
		public @Nullable Object find(@Nullable Object record, FieldPlace place) throws Exception {
			if (this.given == null) {
				this.given = this.direct.given(environment());
			}
			return this.direct.get(this.given, record, place);
		}

		/**
		 * What is the same for each record that has the field.
		 */
		private DataFetchingEnvironment environment() {
			ExecutionContext query = DirectSelections.this.context;
			ExecutionStepInfo step = ExecutionStepInfo.newExecutionStepInfo()
				.type(this.definition.getType())
				.fieldDefinition(this.definition)
				.field(this.field)
				.fieldContainer(this.type)
				.path(this.path)
				.build();
			return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(query)
				.arguments(ValuesResolver.getArgumentValues(query.getGraphQLSchema().getCodeRegistry(),
						this.definition.getArguments(), this.field.getArguments(), query.getCoercedVariables(),
						query.getGraphQLContext(), query.getLocale()))
				.fieldDefinition(this.definition)
				.mergedField(this.field)
				.fieldType(this.definition.getType())
				.parentType(this.type)
				.executionStepInfo(step)
				.selectionSet(DataFetchingFieldSelectionSetImpl.newCollector(query.getGraphQLSchema(),
						this.definition.getType(),
						() -> query.getNormalizedQueryTree()
							.get()
							.getNormalizedField(this.field, this.type, this.path)))
				.build();
		}

	}

	/**
	 * Where the selection of a type stands in the query.
	 *
	 * @param fields the field, or several that are merged
	 */
	private record Place(Object fields, GraphQLObjectType type) {

	}

}

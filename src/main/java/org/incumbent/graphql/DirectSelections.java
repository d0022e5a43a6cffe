package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import graphql.TrivialDataFetcher;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.LightDataFetcher;
import org.jspecify.annotations.Nullable;

/**
 * What one query selects of each type, worked out once and not for each record.
 */
final class DirectSelections {

	private static final FieldCollector collector = new FieldCollector();

	private final GraphQLSchema schema;

	private final ExecutionContext context;

	private final Map<Place, DirectSelection> selections = new HashMap<>();

	private final Map<Place, DirectSelection.Part> fields = new HashMap<>();

	DirectSelections(ExecutionContext context) {
		this.context = context;
		this.schema = context.getGraphQLSchema();
	}

	/**
	 * What is selected of a field's value.
	 * @param type the type of the value, or one that it may be of
	 */
	DirectSelection of(MergedField field, GraphQLObjectType type) {
		if (!field.isSingleField()) {
			return select(field, type);
		}
		Place place = new Place(field.getSingleField(), type);
		DirectSelection known = this.selections.get(place);
		if (known == null) {
			known = select(field, type);
			this.selections.put(place, known);
		}
		return known;
	}

	private DirectSelection select(MergedField field, GraphQLObjectType type) {
		MergedSelectionSet selected = collector.collectFields(FieldCollectorParameters.newParameters()
			.schema(this.schema)
			.objectType(type)
			.fragments(this.context.getFragmentsByName())
			.variables(this.context.getCoercedVariables().toMap())
			.graphQLContext(this.context.getGraphQLContext())
			.build(), field);
		List<DirectSelection.Part> parts = new ArrayList<>(selected.size());
		for (MergedField each : selected.getSubFieldsList()) {
			DirectSelection.Part part = part(type, each);
			if (part == null) {
				return new DirectSelection(selected, null);
			}
			parts.add(part);
		}
		return new DirectSelection(selected, parts);
	}

	/**
	 * How to find a field and all that is selected in it, null if that takes more than
	 * the record.
	 * @param type the type that has the field
	 */
	DirectSelection.@Nullable Part field(GraphQLObjectType type, MergedField field) {
		if (!field.isSingleField()) {
			return part(type, field);
		}
		Place place = new Place(field.getSingleField(), type);
		if (this.fields.containsKey(place)) {
			return this.fields.get(place);
		}
		DirectSelection.Part part = part(type, field);
		this.fields.put(place, part);
		return part;
	}

	private DirectSelection.@Nullable Part part(GraphQLObjectType type, MergedField field) {
		String name = field.getName();
		if (name.equals(Introspection.TypeNameMetaFieldDef.getName())) {
			LightDataFetcher<String> fetcher = new TypeName(type.getName());
			return new DirectSelection.Part(field, Introspection.TypeNameMetaFieldDef, fetcher, Map.of());
		}
		GraphQLFieldDefinition definition = type.getFieldDefinition(name);
		if (definition == null) {
			return null;
		}
		DataFetcher<?> fetcher = this.schema.getCodeRegistry().getDataFetcher(type, definition);
		boolean direct = (fetcher instanceof DirectField method) ? method.isOfRecordOnly()
				: fetcher instanceof TrivialDataFetcher;
		if (!direct || !(fetcher instanceof LightDataFetcher<?> light)) {
			return null;
		}
		Map<String, DirectSelection> selections = new HashMap<>();
		for (GraphQLObjectType each : possible(definition.getType())) {
			DirectSelection selection = of(field, each);
			if (!selection.isDirect()) {
				return null;
			}
			selections.put(each.getName(), selection);
		}
		return new DirectSelection.Part(field, definition, light, selections);
	}

	private List<GraphQLObjectType> possible(GraphQLOutputType type) {
		if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType named)) {
			return List.of();
		}
		if (named instanceof GraphQLInterfaceType parent) {
			return this.schema.getImplementations(parent)
				.stream()
				.filter(GraphQLObjectType.class::isInstance)
				.map(GraphQLObjectType.class::cast)
				.toList();
		}
		if (named instanceof GraphQLUnionType union) {
			return union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
		}
		return List.of((GraphQLObjectType) named);
	}

	/**
	 * The field of each type that tells its name.
	 */
	private record TypeName(String name) implements LightDataFetcher<String> {

		@Override
		public String get(GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
			return this.name;
		}

		@Override
		public String get(DataFetchingEnvironment environment) {
			return this.name;
		}

	}

	private record Place(Field field, GraphQLObjectType type) {

	}

}

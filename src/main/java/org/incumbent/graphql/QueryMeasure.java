package org.incumbent.graphql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * How large an operation is when its fragments are put in place, found without putting
 * them in place: each fragment is measured once, so that the time grows with the text
 * only.
 */
public final class QueryMeasure {

	/** The size of a page where the client names none. */
	public static final int PAGE = 20;

	/**
	 * Selections within one another at which measuring stops, to leave enough of the
	 * stack.
	 */
	private static final int DEEPEST = 1_000;

	/** No measure goes on growing beyond this, so that none overflows. */
	private static final long LARGEST = 1_000_000_000_000L;

	private final GraphQLSchema schema;

	private final Map<String, FragmentDefinition> fragments = new HashMap<>();

	private final Map<String, Size> measured = new HashMap<>();

	private final Set<String> entered = new HashSet<>();

	private final Map<String, Object> variables;

	private Map<String, Value<?>> defaults = Map.of();

	QueryMeasure(GraphQLSchema schema, Document document, Map<String, Object> variables) {
		this.schema = schema;
		this.variables = variables;
		document.getDefinitionsOfType(FragmentDefinition.class)
			.forEach((fragment) -> this.fragments.put(fragment.getName(), fragment));
	}

	/**
	 * The size of an operation. What does not fit the schema counts as little as may be:
	 * validation refuses it.
	 */
	Size of(OperationDefinition operation) {
		this.measured.clear();
		this.defaults = new HashMap<>();
		for (VariableDefinition variable : operation.getVariableDefinitions()) {
			if (variable.getDefaultValue() != null) {
				this.defaults.put(variable.getName(), variable.getDefaultValue());
			}
		}
		return size(operation.getSelectionSet(), this.schema.getQueryType(), 1);
	}

	private Size size(@Nullable SelectionSet selections, @Nullable GraphQLCompositeType type, int level) {
		Size whole = Size.NOTHING;
		if (selections == null || level > DEEPEST) {
			return (selections == null) ? whole : whole.within();
		}
		for (Selection<?> selection : selections.getSelections()) {
			whole = whole.beside(size(selection, type, level));
		}
		return whole.within();
	}

	private Size size(Selection<?> selection, @Nullable GraphQLCompositeType type, int level) {
		if (selection instanceof Field field) {
			return size(field, type, level);
		}
		if (selection instanceof InlineFragment fragment) {
			TypeName condition = fragment.getTypeCondition();
			return size(fragment.getSelectionSet(), (condition != null) ? type(condition) : type, level + 1);
		}
		return (selection instanceof FragmentSpread spread) ? size(spread.getName(), level) : Size.NOTHING;
	}

	private Size size(String name, int level) {
		FragmentDefinition fragment = this.fragments.get(name);
		Size known = this.measured.get(name);
		if (fragment == null || known != null || !this.entered.add(name)) {
			return (known != null) ? known : Size.NOTHING;
		}
		Size size = size(fragment.getSelectionSet(), type(fragment.getTypeCondition()), level + 1);
		this.entered.remove(name);
		this.measured.put(name, size);
		return size;
	}

	private Size size(Field field, @Nullable GraphQLCompositeType type, int level) {
		GraphQLFieldDefinition definition = definition(field, type);
		GraphQLCompositeType inner = (definition != null
				&& GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType composite)
						? composite : null;
		Size within = size(field.getSelectionSet(), inner, level + 1);
		return isPaged(definition) ? within.ofPages(page(field)) : within.of(ids(field, definition));
	}

	private @Nullable GraphQLCompositeType type(@Nullable TypeName name) {
		return (name != null && this.schema.getType(name.getName()) instanceof GraphQLCompositeType type) ? type : null;
	}

	private @Nullable GraphQLFieldDefinition definition(Field field, @Nullable GraphQLCompositeType type) {
		if (type == null || field.getName().startsWith("__")) {
			return (type == null) ? null : Introspection.getFieldDef(this.schema, type, field.getName());
		}
		return (type instanceof GraphQLFieldsContainer fields) ? fields.getFieldDefinition(field.getName()) : null;
	}

	private static boolean isPaged(@Nullable GraphQLFieldDefinition definition) {
		return definition != null && definition.getArgument("first") != null && definition.getArgument("last") != null;
	}

	/**
	 * How many records a page can hold.
	 */
	private long page(Field field) {
		long first = number(argument(field, "first"));
		long last = number(argument(field, "last"));
		return (first < 0 && last < 0) ? PAGE : Math.max(first, last);
	}

	/**
	 * How many records a field can hold, -1 where that does not depend on the query.
	 */
	private long ids(Field field, @Nullable GraphQLFieldDefinition definition) {
		Object ids = (definition != null && definition.getArgument("ids") != null) ? argument(field, "ids") : null;
		if (ids instanceof ArrayValue array) {
			return array.getValues().size();
		}
		return (ids instanceof List<?> list) ? list.size() : -1;
	}

	/**
	 * An argument's value in the query, or that of the variable which it is; null where
	 * there is none.
	 */
	private @Nullable Object argument(Field field, String name) {
		Value<?> value = null;
		for (Argument argument : field.getArguments()) {
			value = argument.getName().equals(name) ? argument.getValue() : value;
		}
		if (value instanceof VariableReference variable) {
			return this.variables.containsKey(variable.getName()) ? this.variables.get(variable.getName())
					: this.defaults.get(variable.getName());
		}
		return value;
	}

	private static long number(@Nullable Object value) {
		Object number = (value instanceof IntValue literal) ? literal.getValue() : value;
		// another one is no Int, and is refused as such
		return (number instanceof Number size && size.doubleValue() == size.intValue()) ? size.intValue() : -1;
	}

	/**
	 * What a selection amounts to.
	 *
	 * @param depth braces within braces
	 * @param fields fields, however often their fragment was counted before
	 * @param nodes records in lists
	 * @param page records on the largest page
	 */
	record Size(int depth, long fields, long nodes, long page) {

		static final Size NOTHING = new Size(0, 0, 0, 0);

		Size beside(Size other) {
			return new Size(Math.max(depth, other.depth), sum(fields, other.fields), sum(nodes, other.nodes),
					Math.max(page, other.page));
		}

		Size within() {
			return new Size(depth + 1, fields, nodes, page);
		}

		/**
		 * The size of a field that has this one within it.
		 * @param records how many records it can hold, -1 where it is no list with pages
		 */
		Size of(long records) {
			long held = (records < 0) ? nodes : product(records, sum(nodes, 1));
			return new Size(depth, sum(fields, 1), held, page);
		}

		/**
		 * The size of a list that has this one within each of its records.
		 * @param records how many records a page of it can hold
		 */
		Size ofPages(long records) {
			Size size = of(records);
			return new Size(size.depth, size.fields, size.nodes, Math.max(page, records));
		}

		private static long sum(long one, long other) {
			return Math.min(one + other, LARGEST);
		}

		private static long product(long one, long other) {
			return (one > 0 && other > LARGEST / one) ? LARGEST : one * other;
		}

	}

}

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An answer as a table. Each item of the first list that the query selects is a row; each
 * value that it selects is a column, named by the path to it; values outside of the list
 * are repeated in each row, and those of lists within an item are joined by semicolons.
 * Columns follow from the query and the schema alone, whatever the data is.
 */
final class CsvAnswer {

	static final MediaType TYPE = new MediaType("text", "csv", UTF_8);

	private static final String LINE_END = "\r\n";

	private static final String BETWEEN = "; ";

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

	private final GraphQLSchema schema;

	private final AnswerSize size;

	private final StringBuilder table = new StringBuilder();

	private final Map<String, FragmentDefinition> fragments = new HashMap<>();

	private final Set<List<String>> columns = new LinkedHashSet<>();

	/** The path to the list whose items are the rows. */
	private @Nullable List<String> rows;

	private CsvAnswer(GraphQLSchema schema, AnswerSize size) {
		this.schema = schema;
		this.size = size;
	}

	/**
	 * Writes the data that answer an operation of a document.
	 * @param size counts what is written: what is outside of the list is repeated
	 * @throws graphql.execution.AbortExecutionException if the table becomes too large
	 */
	static byte[] write(GraphQLSchema schema, String query, @Nullable String operationName, Map<String, ?> data,
			AnswerSize size) {
		CsvAnswer answer = new CsvAnswer(schema, size);
		Document document = Parser.parse(query);
		document.getDefinitionsOfType(FragmentDefinition.class)
			.forEach((fragment) -> answer.fragments.put(fragment.getName(), fragment));
		document.getDefinitionsOfType(OperationDefinition.class)
			.stream()
			.filter((operation) -> operationName == null || operationName.equals(operation.getName()))
			.forEach((operation) -> answer.add(operation.getSelectionSet(), schema.getQueryType(), List.of()));
		return answer.write(data).getBytes(UTF_8);
	}

	/**
	 * What errors are written as where an answer would be of a type: a table has no place
	 * for them.
	 */
	static MediaType typeOfErrors(MediaType type) {
		return type.equals(TYPE) ? MediaType.APPLICATION_JSON : type;
	}

	private void add(SelectionSet selections, @Nullable GraphQLType type, List<String> path) {
		for (Selection<?> selection : selections.getSelections()) {
			if (selection instanceof Field field) {
				add(field, type, path);
			}
			if (selection instanceof InlineFragment inline) {
				TypeName condition = inline.getTypeCondition();
				add(inline.getSelectionSet(), (condition != null) ? this.schema.getType(condition.getName()) : type,
						path);
			}
			FragmentDefinition fragment = (selection instanceof FragmentSpread spread)
					? this.fragments.get(spread.getName()) : null;
			if (fragment != null) {
				add(fragment.getSelectionSet(), this.schema.getType(fragment.getTypeCondition().getName()), path);
			}
		}
	}

	private void add(Field field, @Nullable GraphQLType type, List<String> path) {
		List<String> inner = new ArrayList<>(path);
		inner.add(field.getResultKey());
		GraphQLFieldDefinition definition = (type instanceof GraphQLFieldsContainer fields)
				? fields.getFieldDefinition(field.getName()) : null;
		if (this.rows == null && definition != null
				&& GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
			this.rows = inner;
		}
		if (field.getSelectionSet() == null) {
			this.columns.add(inner);
			return;
		}
		add(field.getSelectionSet(), (definition != null) ? GraphQLTypeUtil.unwrapAll(definition.getType()) : null,
				inner);
	}

	private String write(Map<String, ?> data) {
		append(names());
		List<String> list = this.rows;
		if (list == null) {
			append(this.columns.stream().map((column) -> written(data, column)).toList());
		}
		else if (at(data, list) instanceof List<?> items) {
			Map<List<String>, String> outside = new HashMap<>();
			this.columns.stream()
				.filter((column) -> !startsWith(column, list))
				.forEach((column) -> outside.put(column, written(data, column)));
			items.forEach((item) -> append(this.columns.stream().map((column) -> {
				String same = outside.get(column);
				return (same != null) ? same : written(item, column.subList(list.size(), column.size()));
			}).toList()));
		}
		return this.table.toString();
	}

	/**
	 * The path to each column, without the path to the rows; with it if two columns would
	 * have the same name.
	 */
	private List<String> names() {
		List<String> names = this.columns.stream().map(this::shortName).toList();
		boolean unique = new HashSet<>(names).size() == names.size();
		return unique ? names : this.columns.stream().map((column) -> String.join(".", column)).toList();
	}

	private String shortName(List<String> column) {
		int from = (this.rows != null && startsWith(column, this.rows) && column.size() > this.rows.size())
				? this.rows.size() : 0;
		return String.join(".", column.subList(from, column.size()));
	}

	private static boolean startsWith(List<String> path, List<String> start) {
		return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
	}

	private static @Nullable Object at(@Nullable Object value, List<String> path) {
		Object inner = value;
		for (String name : path) {
			inner = (inner instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return inner;
	}

	private static String written(@Nullable Object value, List<String> path) {
		return quoted(defused(cell(value, path)));
	}

	private static String cell(@Nullable Object value, List<String> path) {
		if (value instanceof List<?> list) {
			StringJoiner joined = new StringJoiner(BETWEEN);
			list.forEach((each) -> joined.add(cell(each, path)));
			return joined.toString();
		}
		if (!path.isEmpty()) {
			return cell((value instanceof Map<?, ?> map) ? map.get(path.get(0)) : null, path.subList(1, path.size()));
		}
		return (value != null) ? value.toString() : "";
	}

	private void append(List<String> cells) {
		for (String cell : cells) {
			this.size.add(cell.length() + 1);
		}
		this.table.append(String.join(",", cells)).append(LINE_END);
	}

	/**
	 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
	 */
	private static String defused(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches())
				? "'" + cell : cell;
	}

	private static String quoted(String cell) {
		boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0
				&& cell.indexOf('\r') < 0;
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

}

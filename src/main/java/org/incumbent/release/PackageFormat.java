package org.incumbent.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables and columns that a data package must have: those of the application's own
 * package, as its descriptor declares them.
 */
final class PackageFormat {

	static final String DESCRIPTOR = "datapackage.json";

	private static final Pattern LIST_OF_NAMES = Pattern.compile("\\^\\(([A-Z_|]+)\\)\\(;\\(\\1\\)\\)\\*\\$");

	private final Map<String, TableFormat> tables;

	private PackageFormat(Map<String, TableFormat> tables) {
		this.tables = tables;
	}

	/**
	 * The format of the package that the application carries.
	 */
	static PackageFormat ofApplication() {
		return OfApplication.FORMAT;
	}

	/**
	 * The format that a descriptor declares.
	 * @param descriptor a Frictionless Data Package, version 1, of CSV files
	 */
	static PackageFormat of(Resource descriptor) {
		try (InputStream input = descriptor.getInputStream()) {
			JsonNode root = JsonMapper.shared().readTree(input);
			Map<String, TableFormat> tables = new LinkedHashMap<>();
			for (JsonNode resource : root.path("resources")) {
				TableFormat table = table(resource);
				tables.put(table.name(), table);
			}
			return new PackageFormat(tables);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The tables in the order of the descriptor.
	 */
	List<TableFormat> tables() {
		return List.copyOf(this.tables.values());
	}

	/**
	 * The format of a table.
	 * @throws IllegalArgumentException if there is no such table
	 */
	TableFormat table(String name) {
		TableFormat table = this.tables.get(name);
		if (table == null) {
			throw new IllegalArgumentException("The format has no table " + name);
		}
		return table;
	}

	private static TableFormat table(JsonNode resource) {
		String name = resource.path("name").stringValue();
		JsonNode schema = resource.path("schema");
		List<ColumnFormat> columns = new ArrayList<>();
		for (JsonNode field : schema.path("fields")) {
			columns.add(column(field));
		}
		List<ForeignKey> foreignKeys = new ArrayList<>();
		for (JsonNode foreignKey : schema.path("foreignKeys")) {
			foreignKeys.add(foreignKey(name, foreignKey));
		}
		return new TableFormat(name, resource.path("path").stringValue(), columns, texts(schema.path("primaryKey")),
				foreignKeys);
	}

	private static ColumnFormat column(JsonNode field) {
		JsonNode constraints = field.path("constraints");
		JsonNode minimum = constraints.path("minimum");
		Pattern pattern = pattern(constraints.path("pattern"));
		List<String> values = texts(constraints.path("enum"));
		return new ColumnFormat(field.path("name").stringValue(), field.path("description").asString(""), type(field),
				constraints.path("required").asBoolean(false), constraints.path("unique").asBoolean(false),
				values.isEmpty() ? items(pattern) : values, pattern,
				minimum.isMissingNode() ? null : minimum.intValue());
	}

	/**
	 * The items that a pattern allows in a list. The Frictionless format has no other way
	 * to name them.
	 */
	private static List<String> items(@Nullable Pattern pattern) {
		Matcher matcher = LIST_OF_NAMES.matcher(String.valueOf(pattern));
		return matcher.matches() ? List.of(matcher.group(1).split("\\|", -1)) : List.of();
	}

	private static ColumnFormat.Type type(JsonNode field) {
		String rdfType = field.path("rdfType").asString("");
		if (rdfType.endsWith("EDTF")) {
			return ColumnFormat.Type.EDTF;
		}
		if (rdfType.endsWith("List")) {
			return ColumnFormat.Type.LIST;
		}
		if (field.path("format").asString("").equals("uri")) {
			return ColumnFormat.Type.URL;
		}
		String type = field.path("type").asString("string");
		return switch (type) {
			case "string" -> ColumnFormat.Type.TEXT;
			case "boolean" -> ColumnFormat.Type.BOOLEAN;
			case "integer" -> ColumnFormat.Type.INTEGER;
			case "date" -> ColumnFormat.Type.DATE;
			default -> throw new IllegalArgumentException("No rule for cells of type " + type);
		};
	}

	private static @Nullable Pattern pattern(JsonNode pattern) {
		return pattern.isMissingNode() ? null : Pattern.compile(pattern.stringValue());
	}

	/**
	 * A reference of one column to the column {@code id} of a table; its own table has
	 * the empty name.
	 */
	private static ForeignKey foreignKey(String table, JsonNode foreignKey) {
		List<String> columns = texts(foreignKey.path("fields"));
		JsonNode reference = foreignKey.path("reference");
		if (columns.size() != 1 || !texts(reference.path("fields")).equals(List.of("id"))) {
			throw new IllegalArgumentException("No rule for the reference of " + table + "." + columns);
		}
		String target = reference.path("resource").stringValue();
		return new ForeignKey(columns.get(0), target.isEmpty() ? table : target);
	}

	/**
	 * The texts of a list, or of the single text that stands for a list of one.
	 */
	private static List<String> texts(JsonNode node) {
		if (node.isString()) {
			return List.of(node.stringValue());
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode item : node) {
			texts.add(item.stringValue());
		}
		return List.copyOf(texts);
	}

	/**
	 * Read once, when it is first asked for: a start needs it more than once.
	 */
	private static final class OfApplication {

		static final PackageFormat FORMAT = of(new ClassPathResource("data/" + DESCRIPTOR));

	}

}

package org.incumbent.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of a data package, as the descriptor of the application's own package
 * declares them.
 */
final class PackageTables {

	static final String DESCRIPTOR = "datapackage.json";

	private final ObjectNode descriptor;

	private final Map<String, TableColumns> tables = new LinkedHashMap<>();

	private PackageTables(ObjectNode descriptor) {
		this.descriptor = descriptor;
		for (JsonNode resource : descriptor.path("resources")) {
			TableColumns table = table(resource);
			this.tables.put(table.name(), table);
		}
	}

	/**
	 * The tables of the package that the application carries.
	 */
	static PackageTables ofApplication() {
		try (InputStream input = Objects
			.requireNonNull(PackageTables.class.getResourceAsStream("/data/" + DESCRIPTOR))) {
			return new PackageTables((ObjectNode) JsonMapper.shared().readTree(input));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The tables in the order of the descriptor.
	 */
	List<TableColumns> all() {
		return List.copyOf(this.tables.values());
	}

	boolean has(String name) {
		return this.tables.containsKey(name);
	}

	/**
	 * The columns of a table.
	 * @throws IllegalArgumentException if there is no such table
	 */
	TableColumns table(String name) {
		TableColumns table = this.tables.get(name);
		if (table == null) {
			throw new IllegalArgumentException("A data package has no table " + name);
		}
		return table;
	}

	/**
	 * A copy of what the descriptor says of the tables, for the descriptor of another
	 * package.
	 */
	JsonNode resources() {
		return this.descriptor.path("resources").deepCopy();
	}

	private static TableColumns table(JsonNode resource) {
		List<String> columns = new ArrayList<>();
		for (JsonNode field : resource.path("schema").path("fields")) {
			columns.add(field.path("name").asString());
		}
		JsonNode primaryKey = resource.path("schema").path("primaryKey");
		List<String> key = new ArrayList<>();
		if (primaryKey.isString()) {
			key.add(primaryKey.asString());
		}
		for (JsonNode column : primaryKey) {
			key.add(column.asString());
		}
		return new TableColumns(resource.path("name").asString(), resource.path("path").asString(), columns, key);
	}

}

package org.incumbent.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.incumbent.appointment.Capacity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a data package as Popolo JSON, in one file with one object a line. What Popolo
 * cannot hold is in the property {@value PopoloFormat#EXTENSION} of an object or of the
 * file, so that an import of the file gives the same package again.
 */
public final class PopoloExporter implements AutoCloseable {

	private static final long CHARACTERS_IN_MEMORY = 2_000_000;

	private static final Set<String> CITED = Set.of("Person", "Organisation", "Role", "Appointment", "Event");

	private static final Set<String> EMBEDDED = Set.of("people", "organisations", "roles", "appointments", "events",
			"names", "identifiers");

	private final Path directory;

	private final Consumer<String> progress;

	private final PackageTables tables = PackageTables.ofApplication();

	private final Path temporary;

	private final List<RowSorter> sorters = new ArrayList<>();

	private PopoloExporter(Path directory, Consumer<String> progress) {
		this.directory = directory;
		this.progress = progress;
		try {
			this.temporary = Files.createTempDirectory("incumbent");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes a package as Popolo JSON.
	 * @param directory the package, which must be valid
	 * @param file where to write it
	 * @param progress is told what is being done, line by line
	 * @throws ConversionException if the directory has no package
	 * @throws UncheckedIOException if a file cannot be read or written
	 */
	public static void export(Path directory, Path file, Consumer<String> progress) {
		if (!Files.exists(directory.resolve(PackageTables.DESCRIPTOR))) {
			throw new ConversionException(
					directory + " has no " + PackageTables.DESCRIPTOR + "; name the directory of a data package");
		}
		try (PopoloExporter exporter = new PopoloExporter(directory, progress);
				BufferedWriter out = Files.newBufferedWriter(file)) {
			exporter.write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.sorters.forEach(RowSorter::close);
		try {
			Files.delete(this.temporary);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(Writer out) throws IOException {
		out.write("{\n\"" + PopoloFormat.EXTENSION + "\": {\n\"descriptor\": " + descriptor() + ",\n\"tables\": {");
		String comma = "\n";
		for (TableColumns table : this.tables.all()) {
			if (!EMBEDDED.contains(table.name())) {
				out.write(comma + "\"" + table.name() + "\": ");
				writeTable(out, table);
				comma = ",\n";
			}
		}
		out.write("\n}\n}");
		RowSorter citations = citations();
		RowSorter names = sorted("names", "subject_type", "subject_id", "id");
		RowSorter identifiers = sorted("identifiers", "subject_type", "subject_id", "id");
		for (PopoloFormat.Collection collection : PopoloFormat.COLLECTIONS) {
			this.progress.accept("Writing " + collection.name());
			try (Children cited = new Children(citations.sorted(), collection.type(), 0);
					Children named = new Children(names.sorted(), collection.type(), 1);
					Children identified = new Children(identifiers.sorted(), collection.type(), 1);
					Children further = further(collection)) {
				out.write(",\n\"" + collection.name() + "\": ");
				TableColumns table = this.tables.table(collection.table());
				writeArray(out, sorted(collection.table(), "id"), (row) -> {
					String id = row[0];
					ObjectNode json = object(collection, table, row);
					names(json, table, row, named.of(id));
					identifiers(json, identified.of(id));
					sources(json, cited.of(id));
					further(collection, json, further.of(id));
					return json;
				});
			}
		}
		out.write("\n}\n");
	}

	private String descriptor() throws IOException {
		try {
			ObjectNode root = (ObjectNode) JsonMapper.shared()
				.readTree(Files.readAllBytes(this.directory.resolve(PackageTables.DESCRIPTOR)));
			root.remove("resources");
			return root.toString();
		}
		catch (JacksonException ex) {
			throw new ConversionException(this.directory.resolve(PackageTables.DESCRIPTOR) + " is not JSON");
		}
	}

	/**
	 * A table that Popolo knows nothing of; the citations of records that have an object
	 * of their own are there.
	 */
	private void writeTable(Writer out, TableColumns table) throws IOException {
		boolean citations = table.name().equals("citations");
		int type = citations ? table.position("subject_type") : -1;
		RowSorter rows = sorter(table.positions(table.key()));
		read(table, (row) -> {
			if (!citations || !CITED.contains(row[type])) {
				rows.add(row);
			}
		});
		writeArray(out, rows, (row) -> fill(JsonMapper.shared().createObjectNode(), table, row, Set.of()));
	}

	private static void writeArray(Writer out, RowSorter rows, Function<String[], ObjectNode> toJson)
			throws IOException {
		out.write("[");
		String comma = "\n";
		try (RowCursor cursor = rows.sorted()) {
			for (String[] row = cursor.next(); row != null; row = cursor.next()) {
				out.write(comma + toJson.apply(row));
				comma = ",\n";
			}
		}
		out.write("\n]");
	}

	/**
	 * Puts all cells that are not empty, save those of some columns.
	 */
	private static ObjectNode fill(ObjectNode json, TableColumns table, String[] row, Set<String> without) {
		for (int cell = 0; cell < table.columns().size(); cell++) {
			String column = table.columns().get(cell);
			if (!row[cell].isEmpty() && !without.contains(column)) {
				json.put(column, row[cell]);
			}
		}
		return json;
	}

	/**
	 * The object of a row, with what Popolo cannot hold in its extension.
	 */
	private static ObjectNode object(PopoloFormat.Collection collection, TableColumns table, String[] row) {
		ObjectNode json = JsonMapper.shared().createObjectNode();
		json.put("id", row[table.position("id")]);
		ObjectNode extension = JsonMapper.shared().createObjectNode();
		for (PopoloFormat.Property property : collection.properties()) {
			String cell = row[table.position(property.column())];
			String held = property.isDate() ? PopoloFormat.reduced(cell) : cell;
			if (!held.isEmpty()) {
				json.put(property.name(), held);
			}
			if (!held.equals(cell)) {
				extension.put(property.column(), cell);
			}
		}
		for (int cell = 0; cell < table.columns().size(); cell++) {
			String column = table.columns().get(cell);
			if (!row[cell].isEmpty() && !collection.holds(column)) {
				extension.put(column, row[cell]);
			}
		}
		json.putObject(PopoloFormat.EXTENSION).set("row", extension);
		return json;
	}

	private void names(ObjectNode json, TableColumns table, String[] row, List<String[]> names) {
		ArrayNode others = json.arrayNode();
		TableColumns columns = this.tables.table("names");
		for (String[] name : names) {
			ObjectNode other = others.addObject().put("name", name[columns.position("name")]);
			putIfAny(other, "honorific_prefix", name[columns.position("honorific")]);
			putIfAny(other, "start_date", PopoloFormat.reduced(name[columns.position("start_date")]));
			putIfAny(other, "end_date", PopoloFormat.reduced(name[columns.position("end_date")]));
			other.put("note", name[columns.position("kind")].toLowerCase(Locale.ROOT));
			fill(other.putObject(PopoloFormat.EXTENSION), columns, name, Set.of("subject_type", "subject_id", "name"));
		}
		if (table.has("short_name") && !row[table.position("short_name")].isEmpty()) {
			others.addObject().put("name", row[table.position("short_name")]).put("note", NamingRows.ABBREVIATION);
		}
		if (!others.isEmpty()) {
			json.set("other_names", others);
		}
	}

	private void identifiers(ObjectNode json, List<String[]> identifiers) {
		TableColumns columns = this.tables.table("identifiers");
		ArrayNode codes = json.arrayNode();
		ArrayNode links = json.arrayNode();
		for (String[] identifier : identifiers) {
			String scheme = identifier[columns.position("scheme")];
			String url = identifier[columns.position("url")];
			ObjectNode entry;
			if (scheme.equals(NamingRows.LINK)) {
				entry = links.addObject().put("url", identifier[columns.position("identifier_value")]);
			}
			else {
				entry = codes.addObject()
					.put("scheme", scheme)
					.put("identifier", identifier[columns.position("identifier_value")]);
			}
			fill(entry.putObject(PopoloFormat.EXTENSION), columns, identifier,
					Set.of("subject_type", "subject_id", "scheme", "identifier_value"));
			if (!url.isEmpty() && !scheme.equals(NamingRows.LINK)) {
				links.addObject().put("url", url).put("note", scheme);
			}
		}
		if (!codes.isEmpty()) {
			json.set("identifiers", codes);
		}
		if (!links.isEmpty()) {
			json.set("links", links);
		}
	}

	/**
	 * The sources, those on the web in Popolo's own property.
	 */
	private static void sources(ObjectNode json, List<String[]> citations) {
		ArrayNode sources = json.arrayNode();
		ArrayNode elsewhere = json.arrayNode();
		for (String[] citation : citations) {
			ObjectNode place = JsonMapper.shared()
				.createObjectNode()
				.put("id", citation[2])
				.put("source_id", citation[3])
				.put("locator", citation[4]);
			if (citation[5].isEmpty()) {
				elsewhere.add(place);
			}
			else {
				sources.addObject().put("url", citation[5]).put("note", citation[6]).set(PopoloFormat.EXTENSION, place);
			}
		}
		if (!sources.isEmpty()) {
			json.set("sources", sources);
		}
		if (!elsewhere.isEmpty()) {
			((ObjectNode) json.path(PopoloFormat.EXTENSION)).set("citations", elsewhere);
		}
	}

	/**
	 * What another table adds to the objects of a collection.
	 */
	private Children further(PopoloFormat.Collection collection) {
		RowSorter rows = sorter(new int[] { 0, 1 });
		switch (collection.name()) {
			case "organizations" -> wholes(rows);
			case "memberships" -> posts(rows);
			case "events" -> attendees(rows);
			default -> {
				// Nothing.
			}
		}
		return new Children(rows.sorted(), collection.type(), 0);
	}

	/**
	 * For each organisation those that it is part of, the one that it was last at the
	 * end.
	 */
	private void wholes(RowSorter rows) {
		TableColumns relations = this.tables.table("organisation_relations");
		read(relations, (row) -> {
			if (row[relations.position("kind")].equals("PART_OF")) {
				boolean over = row[relations.position("state")].startsWith("ENDED");
				rows.add(new String[] { "Organisation", row[relations.position("organisation_id")],
						(over ? "1" : "2") + row[relations.position("start_date")],
						row[relations.position("related_id")] });
			}
		});
	}

	/**
	 * For each appointment the organisation and the title of its role.
	 */
	private void posts(RowSorter rows) {
		TableColumns appointments = this.tables.table("appointments");
		TableColumns roles = this.tables.table("roles");
		RowSorter byRole = sorted("appointments", "role_id", "id");
		try (RowCursor held = byRole.sorted(); RowCursor posts = sorted("roles", "id").sorted()) {
			for (String[] row = held.next(); row != null; row = held.next()) {
				String[] role = seek(posts, 0, row[appointments.position("role_id")]);
				if (role != null) {
					rows.add(new String[] { "Appointment", row[0], role[roles.position("organisation_id")],
							role[roles.position("name")] });
				}
			}
		}
	}

	private void attendees(RowSorter rows) {
		TableColumns parts = this.tables.table("participations");
		read(parts, (row) -> rows.add(new String[] { "Event", row[parts.position("event_id")],
				row[parts.position("person_id")], row[parts.position("organisation_id")] }));
	}

	private static void further(PopoloFormat.Collection collection, ObjectNode json, List<String[]> further) {
		JsonNode row = json.path(PopoloFormat.EXTENSION).path("row");
		switch (collection.name()) {
			case "organizations" -> {
				json.put("classification", words(row.path("kind").asString("")));
				if (!further.isEmpty()) {
					json.put("parent_id", further.get(further.size() - 1)[3]);
				}
			}
			case "posts" -> json.put("role", words(row.path("kinds").asString("").split(";", 2)[0]));
			case "memberships" -> {
				if (!further.isEmpty()) {
					json.put("organization_id", further.get(0)[2]);
					json.put("role", heldAs(row.path("capacity").asString(""), further.get(0)[3]));
				}
			}
			case "events" -> {
				json.put("classification", words(row.path("kind").asString("")));
				Stream<String> ids = further.stream().map((part) -> part[2].isEmpty() ? part[3] : part[2]).distinct();
				ArrayNode attendees = json.arrayNode();
				ids.forEach((id) -> attendees.addObject().put("id", id));
				if (!attendees.isEmpty()) {
					json.set("attendees", attendees);
				}
			}
			default -> {
				// Popolo has no more.
			}
		}
	}

	private static String words(String constant) {
		return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * The title with the capacity, such as "Acting chief executive".
	 */
	private static String heldAs(String capacity, String title) {
		if (capacity.equals(Capacity.SUBSTANTIVE.name()) || capacity.equals(Capacity.UNKNOWN.name())
				|| capacity.isEmpty()) {
			return title;
		}
		return capacity.charAt(0) + capacity.substring(1).toLowerCase(Locale.ROOT) + " " + title;
	}

	private static void putIfAny(ObjectNode json, String property, String text) {
		if (!text.isEmpty()) {
			json.put(property, text);
		}
	}

	/**
	 * The citations with the address and the title of each source, by what they are of.
	 */
	private RowSorter citations() {
		TableColumns citations = this.tables.table("citations");
		TableColumns sources = this.tables.table("sources");
		RowSorter bySubject = sorter(new int[] { 0, 1, 2 });
		RowSorter bySource = sorted("citations", "source_id", "id");
		try (RowCursor cited = bySource.sorted(); RowCursor pages = sorted("sources", "id").sorted()) {
			for (String[] row = cited.next(); row != null; row = cited.next()) {
				String source = row[citations.position("source_id")];
				String[] page = seek(pages, 0, source);
				bySubject.add(new String[] { row[citations.position("subject_type")],
						row[citations.position("subject_id")], row[citations.position("id")], source,
						row[citations.position("locator")], (page != null) ? page[sources.position("url")] : "",
						(page != null) ? page[sources.position("name")] : "" });
			}
		}
		return bySubject;
	}

	/**
	 * Goes on to the row with a key, null if there is none; the row is then still next.
	 */
	private static String @Nullable [] seek(RowCursor rows, int cell, String key) {
		String[] row = rows.peek();
		while (row != null && row[cell].compareTo(key) < 0) {
			rows.next();
			row = rows.peek();
		}
		return (row != null && row[cell].equals(key)) ? row : null;
	}

	private RowSorter sorted(String table, String... key) {
		TableColumns columns = this.tables.table(table);
		RowSorter rows = sorter(columns.positions(List.of(key)));
		read(columns, rows::add);
		return rows;
	}

	private RowSorter sorter(int[] key) {
		RowSorter rows = new RowSorter(this.temporary, key, CHARACTERS_IN_MEMORY);
		this.sorters.add(rows);
		return rows;
	}

	private void read(TableColumns table, Consumer<String[]> rows) {
		Path file = this.directory.resolve(table.file());
		if (!Files.exists(file)) {
			throw new ConversionException(
					this.directory + " has no " + table.file() + "; validate tells what a data " + "package must have");
		}
		List<Integer> places = new ArrayList<>();
		CsvRows.read(file, table.columns(), (row) -> {
			if (places.isEmpty()) {
				table.columns().forEach((column) -> places.add(row.header().indexOf(column)));
			}
			rows.accept(places.stream().map(row::asWritten).toArray(String[]::new));
		});
	}

	/**
	 * Rows that belong to the records of one type, for one record after the other.
	 */
	private static final class Children implements AutoCloseable {

		private final RowCursor rows;

		private final String type;

		private final int typeCell;

		/**
		 * The rows of a type.
		 * @param rows sorted by type and key
		 * @param typeCell where the type stands, with the key after it
		 */
		private Children(RowCursor rows, String type, int typeCell) {
			this.rows = rows;
			this.type = type;
			this.typeCell = typeCell;
		}

		/**
		 * The rows of a record, which must come after the one asked before.
		 */
		private List<String[]> of(String key) {
			List<String[]> found = new ArrayList<>();
			for (String[] row = this.rows.peek(); row != null; row = this.rows.peek()) {
				int types = row[this.typeCell].compareTo(this.type);
				int order = (types != 0) ? types : row[this.typeCell + 1].compareTo(key);
				if (order > 0) {
					return found;
				}
				if (order == 0) {
					found.add(row);
				}
				this.rows.next();
			}
			return found;
		}

		@Override
		public void close() {
			this.rows.close();
		}

	}

}

package org.incumbent.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Popolo JSON object by object: one file with all collections, or a directory with
 * a file for each.
 */
final class PopoloReader {

	/** The collection of what our extension says of the package as a whole. */
	static final String DESCRIPTOR = "(descriptor)";

	/** What the names of the tables in our extension begin with. */
	static final String TABLE = "(table) ";

	private static final Map<String, String> ALIASES = Map.of("people", "persons", "organisations", "organizations");

	private final List<Path> files;

	/**
	 * A reader of a file or a directory.
	 * @throws ConversionException if there is no JSON in it
	 */
	PopoloReader(Path from) {
		try (Stream<Path> paths = Files.isDirectory(from) ? Files.list(from) : Stream.of(from)) {
			this.files = paths.filter((path) -> path.toString().matches(".*\\.json(\\.gz)?")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (this.files.isEmpty()) {
			throw new ConversionException(from + " has no file that ends in .json or .json.gz");
		}
	}

	/**
	 * The name of the file, or of the first of several.
	 */
	String name() {
		return this.files.get(0).getFileName().toString();
	}

	/**
	 * Reads everything, from the start each time.
	 */
	void read(Consumer<Item> items) {
		this.files.forEach((file) -> read(file, items));
	}

	private static void read(Path file, Consumer<Item> items) {
		String name = file.getFileName().toString();
		try (InputStream input = Files.newInputStream(file);
				JsonParser parser = JsonMapper.shared()
					.createParser(name.endsWith(".gz") ? new GZIPInputStream(input) : input)) {
			JsonToken first = parser.nextToken();
			if (first == JsonToken.START_ARRAY) {
				array(parser, name.split("\\.", 2)[0], name, items);
			}
			else if (first == JsonToken.START_OBJECT) {
				object(parser, "", name, items);
			}
			else {
				throw new ConversionException(file + " is neither a JSON object nor an array");
			}
		}
		catch (JacksonException ex) {
			String line = (ex.getLocation() != null) ? ":" + ex.getLocation().getLineNr() : "";
			throw new ConversionException(file + line + " is not JSON: " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the properties of an object that holds collections.
	 * @param prefix what the names of its collections begin with
	 */
	private static void object(JsonParser parser, String prefix, String file, Consumer<Item> items) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (value == JsonToken.START_ARRAY) {
				array(parser, prefix + name, file, items);
			}
			else if (value == JsonToken.START_OBJECT && prefix.isEmpty() && name.equals(PopoloFormat.EXTENSION)) {
				object(parser, TABLE, file, items);
			}
			else if (value == JsonToken.START_OBJECT && !prefix.isEmpty() && name.equals("tables")) {
				object(parser, TABLE, file, items);
			}
			else if (value == JsonToken.START_OBJECT && !prefix.isEmpty() && name.equals("descriptor")) {
				items.accept(item(parser, DESCRIPTOR, file));
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private static void array(JsonParser parser, String name, String file, Consumer<Item> items) {
		String collection = ALIASES.getOrDefault(name, name);
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			if (token == JsonToken.START_OBJECT) {
				items.accept(item(parser, collection, file));
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private static Item item(JsonParser parser, String collection, String file) {
		String origin = file + ":" + parser.currentTokenLocation().getLineNr() + " " + collection;
		JsonNode json = parser.readValueAsTree();
		return new Item(collection, origin, json);
	}

	/**
	 * One object of a collection.
	 *
	 * @param origin the file and the line where it starts
	 */
	record Item(String collection, String origin, JsonNode json) {

	}

}

package org.incumbent.graphql;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with the queries that a client was built with: Apollo's persisted query
 * manifest, or an object of queries by hash, as relay-compiler and graphql-codegen write
 * it.
 */
final class DocumentManifest {

	private DocumentManifest() {
	}

	/**
	 * The queries by the names that the manifest has for them, and by their SHA-256.
	 * @throws IllegalStateException if the file cannot be read or is no manifest
	 */
	static Map<String, String> read(Path file) {
		Map<String, String> queries = new HashMap<>();
		try {
			JsonNode manifest = JsonMapper.shared().readTree(file.toFile());
			if (manifest.path("operations").isArray()) {
				manifest.path("operations")
					.forEach((operation) -> add(queries, operation.path("id"), operation.path("body")));
			}
			else {
				manifest.forEachEntry((hash, query) -> add(queries, JsonMapper.shared().valueToTree(hash), query));
			}
		}
		catch (JacksonException ex) {
			throw notAManifest(file, ex);
		}
		if (queries.isEmpty()) {
			throw notAManifest(file, null);
		}
		return Map.copyOf(queries);
	}

	private static void add(Map<String, String> queries, JsonNode name, JsonNode query) {
		if (name.isString() && query.isString()) {
			queries.put(name.asString(), query.asString());
			queries.put(Documents.sha256(query.asString()), query.asString());
		}
	}

	private static IllegalStateException notAManifest(Path file, @Nullable Exception cause) {
		return new IllegalStateException("incumbent.documents.trusted: " + file
				+ " is no manifest of queries: it has to be a JSON object of queries by hash, or one with \"operations\"",
				cause);
	}

}

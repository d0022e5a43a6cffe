package org.incumbent.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The saved queries: those of this application, and those in the operator's folder, which
 * may replace them.
 */
@Component
class SavedQueries {

	private static final String ENDING = ".graphql";

	private final SingletonSupplier<Map<String, SavedQuery>> queries;

	/**
	 * Reads the operator's folder now, so that a mistake in it stops the start, and the
	 * rest when somebody asks.
	 */
	SavedQueries(ResourcePatternResolver resources, @Value("${incumbent.queries.folder:}") String folder,
			GraphQlSource source) throws IOException {
		Map<String, SavedQuery> own = folder.isEmpty() ? Map.of() : read(Path.of(folder));
		own.values().forEach((query) -> query.check(source.schema()));
		this.queries = SingletonSupplier.of(() -> all(resources, own));
	}

	/**
	 * All of them by name.
	 */
	Map<String, SavedQuery> byName() {
		return Objects.requireNonNull(this.queries.get());
	}

	private static Map<String, SavedQuery> all(ResourcePatternResolver resources, Map<String, SavedQuery> own) {
		try {
			Map<String, SavedQuery> all = new TreeMap<>();
			for (Resource file : resources.getResources("classpath:queries/*" + ENDING)) {
				add(all, Objects.requireNonNull(file.getFilename()), file.getContentAsString(UTF_8));
			}
			all.putAll(own);
			return all;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The saved queries cannot be read", ex);
		}
	}

	private static Map<String, SavedQuery> read(Path folder) throws IOException {
		Map<String, SavedQuery> queries = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(ENDING)).sorted().toList()) {
				add(queries, String.valueOf(file.getFileName()), Files.readString(file));
			}
		}
		return queries;
	}

	private static void add(Map<String, SavedQuery> queries, String fileName, String text) {
		String name = fileName.substring(0, fileName.length() - ENDING.length());
		queries.put(name, SavedQuery.read(name, text));
	}

}

package org.incumbent.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The example queries, in the order of their file names.
 */
@Component
class ExampleQueries {

	private static final String TITLE_MARK = "# ";

	private final List<ExampleQuery> examples;

	ExampleQueries(ResourcePatternResolver resources) throws IOException {
		Resource[] files = resources.getResources("classpath:examples/*.graphql");
		Arrays.sort(files, Comparator.comparing(ExampleQueries::fileName));
		this.examples = read(files);
	}

	/**
	 * All of them; never empty in a build of ours.
	 */
	List<ExampleQuery> list() {
		return this.examples;
	}

	private static List<ExampleQuery> read(Resource[] files) throws IOException {
		ExampleQuery[] examples = new ExampleQuery[files.length];
		for (int i = 0; i < files.length; i++) {
			examples[i] = read(fileName(files[i]), files[i].getContentAsString(UTF_8));
		}
		return List.of(examples);
	}

	private static ExampleQuery read(String fileName, String query) {
		if (!query.startsWith(TITLE_MARK)) {
			throw new IllegalStateException(
					"examples/" + fileName + " must begin with a comment line that is its title: # ...");
		}
		String title = query.lines().findFirst().orElseThrow().substring(TITLE_MARK.length()).strip();
		return new ExampleQuery(title, query);
	}

	private static String fileName(Resource file) {
		return Objects.requireNonNull(file.getFilename());
	}

}

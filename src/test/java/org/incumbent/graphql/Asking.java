package org.incumbent.graphql;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the API in documents where an id is written as {@code <Person:ian-dalton>}, and
 * shows the ids of answers in the same way.
 */
public final class Asking {

	private static final Pattern ID = Pattern.compile("<(\\w+):([^>]*)>");

	private final GraphQlTester api;

	public Asking(GraphQlTester api) {
		this.api = api;
	}

	/**
	 * An answer without errors.
	 */
	public GraphQlTester.Response ask(String document) {
		return this.api.document(withIds(document)).execute();
	}

	/**
	 * The texts at a path of an answer without errors.
	 */
	public List<String> texts(String document, String path) {
		return ask(document).path(path).entityList(String.class).get();
	}

	/**
	 * The keys of the ids at a path of an answer without errors.
	 */
	public List<String> keys(String document, String path) {
		return texts(document, path).stream().map((id) -> GlobalId.parse(id).key()).toList();
	}

	/**
	 * The keys of the records on the first page of a list.
	 * @param list the field with its arguments
	 */
	public List<String> list(String list) {
		String field = list.replaceFirst("\\W.*", "");
		return keys("{ " + list + " { nodes { id } } }", field + ".nodes[*].id");
	}

	/**
	 * The message of the one error of a bad request, which says nothing of the
	 * application's inside.
	 */
	public String refusal(String document) {
		List<ResponseError> errors = this.api.document(withIds(document)).execute().returnResponse().getErrors();
		assertThat(errors).hasSize(1);
		assertThat(errors.get(0).getExtensions().get("code")).isIn("BAD_REQUEST", "GRAPHQL_VALIDATION_FAILED");
		String message = Objects.requireNonNull(errors.get(0).getMessage());
		assertThat(message).doesNotContainIgnoringCase("exception")
			.doesNotContainIgnoringCase("org.")
			.doesNotContainIgnoringCase("select ");
		return message;
	}

	private static String withIds(String document) {
		return ID.matcher(document).replaceAll((id) -> '"' + GlobalId.of(id.group(1), id.group(2)) + '"');
	}

}

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

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
	 * The keys of all records of a list, page after page.
	 * @param list the list's field, with arguments or without
	 */
	public List<String> list(String list) {
		List<String> keys = new ArrayList<>();
		String field = list.replaceFirst("\\W.*", "");
		String call = list.endsWith(")") ? list.substring(0, list.length() - 1) + ", " : list + "(";
		String after = "";
		while (after != null) {
			GraphQlTester.Response page = ask("""
					{ %s first: 100 %s) { nodes { id } pageInfo { hasNextPage endCursor } } }
					""".formatted(call, after));
			page.path(field + ".nodes[*].id")
				.entityList(String.class)
				.get()
				.forEach((id) -> keys.add(GlobalId.parse(id).key()));
			boolean more = page.path(field + ".pageInfo.hasNextPage").entity(Boolean.class).get();
			after = more
					? "after: \"%s\"".formatted(page.path(field + ".pageInfo.endCursor").entity(String.class).get())
					: null;
		}
		return keys;
	}

	/**
	 * Checks what a filter finds and leaves out, and that its opposite finds all the
	 * others.
	 * @param found keys of some of the records that it has to find, null where it must
	 * find none
	 * @param leftOut keys of some of the records that it must not find, null where there
	 * is nothing to name
	 */
	public void assertFilter(String list, String filter, @Nullable String found, @Nullable String leftOut) {
		List<String> matching = list(list + "(filter: " + filter + ")");
		List<String> all = list(list);
		assertThat(matching).doesNotHaveDuplicates().hasSizeLessThan(all.size());
		if (found == null) {
			assertThat(matching).isEmpty();
		}
		else {
			assertThat(matching).contains(found.split(" "));
		}
		if (leftOut != null) {
			assertThat(all).contains(leftOut.split(" "));
			assertThat(matching).doesNotContain(leftOut.split(" "));
		}
		List<String> others = new ArrayList<>(all);
		others.removeAll(matching);
		assertThat(list(list + "(filter: { not: " + filter + " })")).isEqualTo(others);
	}

	/**
	 * Checks that a list has some records in this order, and falling in the opposite one.
	 * @param keys the keys of some of the records
	 */
	public void assertOrder(String list, String orderField, String keys) {
		List<String> rising = list(list + "(orderBy: { field: " + orderField + " })");
		assertThat(rising).containsSubsequence(keys.split(" "));
		List<String> falling = new ArrayList<>(
				list(list + "(orderBy: { field: " + orderField + ", direction: DESC })"));
		Collections.reverse(falling);
		assertThat(falling).isEqualTo(rising);
	}

	/**
	 * The message of the one error of a bad request, which says nothing of the
	 * application's inside.
	 */
	public String refusal(String document) {
		List<ResponseError> errors = this.api.document(withIds(document)).execute().returnResponse().getErrors();
		assertThat(errors).hasSize(1);
		assertThat(errors.get(0).getExtensions().get("code")).isIn("BAD_REQUEST", "GRAPHQL_VALIDATION_FAILED",
				"LIMIT_EXCEEDED");
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

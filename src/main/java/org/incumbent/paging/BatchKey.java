package org.incumbent.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.incumbent.graphql.Grouped;

/**
 * One record's field, asked for with certain arguments: what a batch loader of a field
 * with arguments is keyed by.
 *
 * @param parent the key of the record that has the field
 * @param arguments everything that tells this field's answers from another's
 */
public record BatchKey<A>(String parent, A arguments) implements Grouped {

	@Override
	public Object group() {
		return Objects.requireNonNull(this.arguments);
	}

	/**
	 * Answers the keys of one batch with one call for each distinct arguments, so that
	 * the number of statements depends on the query and not on the rows.
	 */
	public static <A, V> Map<BatchKey<A>, V> load(Collection<BatchKey<A>> keys, Fields<A, V> fields) {
		Map<A, List<String>> parents = new LinkedHashMap<>();
		for (BatchKey<A> key : keys) {
			parents.computeIfAbsent(key.arguments, (arguments) -> new ArrayList<>()).add(key.parent);
		}
		Map<BatchKey<A>, V> answers = new HashMap<>();
		parents.forEach((arguments, group) -> fields.findByParents(group, arguments)
			.forEach((parent, answer) -> answers.put(new BatchKey<>(parent, arguments), answer)));
		return answers;
	}

	/**
	 * Finds one field of several records at once, with an answer for each of them.
	 */
	@FunctionalInterface
	public interface Fields<A, V> {

		Map<String, V> findByParents(Collection<String> parents, A arguments);

	}

}

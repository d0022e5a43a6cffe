package org.incumbent.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the links by which a record leads back to itself, directly or by way of others.
 * It goes depth first and without recursion, since a chain may be long; a link back to
 * where the path has been closes a circle.
 */
final class CircleSearch {

	private final String column;

	private final Function<String, List<Link>> links;

	private final Predicate<String> visit;

	private final List<Problem> problems;

	/**
	 * A search that goes to each record once.
	 * @param column the column that problems are told of
	 * @param links the links that lead from a record
	 * @param visit notes that a record is visited, and tells whether to go on from it:
	 * not if it was visited before
	 * @param problems gets a problem for each link that closes a circle
	 */
	CircleSearch(String column, Function<String, List<Link>> links, Predicate<String> visit, List<Problem> problems) {
		this.column = column;
		this.links = links;
		this.visit = visit;
		this.problems = problems;
	}

	/**
	 * Goes on from a record to all that it leads to, unless an earlier search has been
	 * there.
	 */
	void from(String start) {
		if (!this.visit.test(start)) {
			return;
		}
		List<String> path = new ArrayList<>();
		Set<String> onPath = new HashSet<>();
		Deque<Iterator<Link>> open = new ArrayDeque<>();
		enter(start, path, onPath, open);
		while (!open.isEmpty()) {
			if (!open.element().hasNext()) {
				open.pop();
				onPath.remove(path.remove(path.size() - 1));
				continue;
			}
			Link link = open.element().next();
			if (this.visit.test(link.to())) {
				enter(link.to(), path, onPath, open);
			}
			else if (onPath.contains(link.to())) {
				this.problems.add(problem(link, path.subList(path.indexOf(link.to()), path.size())));
			}
		}
	}

	private void enter(String record, List<String> path, Set<String> onPath, Deque<Iterator<Link>> open) {
		path.add(record);
		onPath.add(record);
		open.push(this.links.apply(record).iterator());
	}

	private Problem problem(Link last, List<String> circle) {
		return last.row()
			.problem(this.column, "`" + this.column + "` leads back to where it started, from "
					+ String.join(" to ", circle) + " to " + last.to() + "; remove one of these links");
	}

	/**
	 * A link from one record to another.
	 *
	 * @param row the row that says so
	 * @param to the key of the record that it leads to
	 */
	record Link(Row row, String to) {

	}

}

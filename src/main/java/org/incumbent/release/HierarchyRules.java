package org.incumbent.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * That nothing is above, before or a response to itself, directly or by way of others.
 */
final class HierarchyRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		checkLinks(data, "events", "id", List.of("part_of_id"), problems);
		checkLinks(data, "event_responses", "event_id", List.of("responds_to_id"), problems);
		checkLinks(data, "reporting_lines", "role_id", List.of("reports_to_id"), problems);
		checkPredecessors(data, problems);
		KeyIndex relations = data.rowsBy("organisation_relations", "organisation_id");
		for (String kind : List.of("PART_OF", "MEMBER_OF")) {
			checkCycles(data.rows("organisation_relations"), new Links(relations, "organisation_id",
					List.of("related_id"), (row) -> kind.equals(row.text("kind"))), problems);
		}
		checkCycles(data.rows("quote_targets"), new Links(data.rowsBy("quote_targets", "quote_id"), "quote_id",
				List.of("target_id"), (row) -> "Quote".equals(row.text("target_type"))), problems);
	}

	/**
	 * Careers and roles order the same appointments, so that both orders together must
	 * not run in a circle either.
	 */
	private static void checkPredecessors(PackageIndex data, List<Problem> problems) {
		int known = problems.size();
		checkLinks(data, "appointments", "id", List.of("career_predecessor_id"), problems);
		checkLinks(data, "appointments", "id", List.of("role_predecessor_id"), problems);
		if (problems.size() == known) {
			checkLinks(data, "appointments", "id", List.of("career_predecessor_id", "role_predecessor_id"), problems);
		}
	}

	private static void checkLinks(PackageIndex data, String table, String from, List<String> to,
			List<Problem> problems) {
		KeyIndex rows = from.equals("id") ? data.table(table).ids() : data.rowsBy(table, from);
		checkCycles(data.rows(table), new Links(rows, from, to, (row) -> true), problems);
	}

	/**
	 * Walks all links, depth first, without recursion since a chain may be long; a link
	 * back to where the path has been closes a cycle.
	 */
	private static void checkCycles(List<Row> rows, Links links, List<Problem> problems) {
		BitSet visited = new BitSet(rows.size());
		for (Row row : rows) {
			Row start = links.lead(row) ? links.node(row.text(links.from())) : null;
			if (start != null && !visited.get(start.number())) {
				walk(start, links, visited, problems);
			}
		}
	}

	private static void walk(Row start, Links links, BitSet visited, List<Problem> problems) {
		List<String> path = new ArrayList<>();
		Deque<Iterator<Link>> open = new ArrayDeque<>();
		Set<String> onPath = new HashSet<>();
		enter(start, links, path, onPath, open);
		visited.set(start.number());
		while (!open.isEmpty()) {
			if (!open.element().hasNext()) {
				open.pop();
				onPath.remove(path.remove(path.size() - 1));
				continue;
			}
			Link link = open.element().next();
			Row next = links.node(link.to());
			if (next != null && !visited.get(next.number())) {
				visited.set(next.number());
				enter(next, links, path, onPath, open);
			}
			else if (onPath.contains(link.to())) {
				problems.add(problem(link, path.subList(path.indexOf(link.to()), path.size()), links.column()));
			}
		}
	}

	private static void enter(Row node, Links links, List<String> path, Set<String> onPath,
			Deque<Iterator<Link>> open) {
		String id = node.get(links.from());
		path.add(id);
		onPath.add(id);
		open.push(links.of(id).iterator());
	}

	private static Problem problem(Link last, List<String> cycle, String column) {
		String way = String.join(" to ", cycle) + " to " + last.to();
		return last.row()
			.problem(column,
					"`" + column + "` leads back to where it started, from " + way + "; remove one of these links");
	}

	/**
	 * The rows of a table that put one record below, after or in answer to another. The
	 * first row of a record stands for it.
	 *
	 * @param rows by the column {@code from}
	 * @param to the columns with the records that may be above or before
	 * @param which the rows that count
	 */
	private record Links(KeyIndex rows, String from, List<String> to, Predicate<Row> which) {

		/**
		 * The column that problems are told of.
		 */
		String column() {
			return this.to.get(this.to.size() - 1);
		}

		boolean lead(Row row) {
			return this.which.test(row) && this.to.stream().anyMatch((column) -> row.text(column) != null);
		}

		/**
		 * What stands for a record, null if no row leads from it.
		 */
		@Nullable Row node(@Nullable String record) {
			return (record != null) ? this.rows.first(record) : null;
		}

		List<Link> of(String record) {
			List<Link> links = new ArrayList<>();
			List<Row> group = this.rows.all(record).stream().filter(this.which).toList();
			for (String column : this.to) {
				for (Row row : group) {
					String target = row.text(column);
					if (target != null) {
						links.add(new Link(row, target));
					}
				}
			}
			return links;
		}

	}

	/**
	 * A cell that puts the record of its row below, after or in answer to another.
	 */
	private record Link(Row row, String to) {

	}

}

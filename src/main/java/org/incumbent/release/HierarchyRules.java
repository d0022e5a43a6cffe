package org.incumbent.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That nothing is above, before or a response to itself, directly or by way of others.
 */
final class HierarchyRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		checkLinks(data, "events", "id", "part_of_id", problems);
		checkLinks(data, "event_responses", "event_id", "responds_to_id", problems);
		checkLinks(data, "reporting_lines", "role_id", "reports_to_id", problems);
		checkPredecessors(data, problems);
		checkCycles(links(rowsWith(data, "organisation_relations", "kind", "PART_OF"), "organisation_id", "related_id"),
				"related_id", problems);
		checkCycles(
				links(rowsWith(data, "organisation_relations", "kind", "MEMBER_OF"), "organisation_id", "related_id"),
				"related_id", problems);
		checkCycles(links(rowsWith(data, "quote_targets", "target_type", "Quote"), "quote_id", "target_id"),
				"target_id", problems);
	}

	/**
	 * Careers and roles order the same appointments, so that both orders together must
	 * not run in a circle either.
	 */
	private static void checkPredecessors(PackageIndex data, List<Problem> problems) {
		int known = problems.size();
		checkLinks(data, "appointments", "id", "career_predecessor_id", problems);
		checkLinks(data, "appointments", "id", "role_predecessor_id", problems);
		if (problems.size() == known) {
			List<Link> both = links(data.rows("appointments"), "id", "career_predecessor_id");
			both.addAll(links(data.rows("appointments"), "id", "role_predecessor_id"));
			checkCycles(both, "role_predecessor_id", problems);
		}
	}

	private static void checkLinks(PackageIndex data, String table, String from, String to, List<Problem> problems) {
		checkCycles(links(data.rows(table), from, to), to, problems);
	}

	private static List<Row> rowsWith(PackageIndex data, String table, String column, String value) {
		return data.rows(table).stream().filter((row) -> value.equals(row.text(column))).toList();
	}

	private static List<Link> links(List<Row> rows, String fromColumn, String toColumn) {
		List<Link> links = new ArrayList<>();
		for (Row row : rows) {
			String from = row.text(fromColumn);
			String to = row.text(toColumn);
			if (from != null && to != null) {
				links.add(new Link(row, from, to));
			}
		}
		return links;
	}

	/**
	 * Walks all links, depth first, without recursion since a chain may be long; a link
	 * back to where the path has been closes a cycle.
	 */
	static void checkCycles(List<Link> links, String column, List<Problem> problems) {
		Map<String, List<Link>> linksFrom = new HashMap<>();
		links.forEach((link) -> linksFrom.computeIfAbsent(link.from(), (key) -> new ArrayList<>()).add(link));
		Set<String> visited = new HashSet<>();
		for (Link start : links) {
			if (visited.add(start.from())) {
				walk(start.from(), linksFrom, visited, column, problems);
			}
		}
	}

	private static void walk(String start, Map<String, List<Link>> linksFrom, Set<String> visited, String column,
			List<Problem> problems) {
		List<String> path = new ArrayList<>(List.of(start));
		Set<String> onPath = new HashSet<>(path);
		Deque<Iterator<Link>> open = new ArrayDeque<>();
		open.push(linksFrom.getOrDefault(start, List.of()).iterator());
		while (!open.isEmpty()) {
			if (!open.element().hasNext()) {
				open.pop();
				onPath.remove(path.remove(path.size() - 1));
				continue;
			}
			Link link = open.element().next();
			if (visited.add(link.to())) {
				path.add(link.to());
				onPath.add(link.to());
				open.push(linksFrom.getOrDefault(link.to(), List.of()).iterator());
			}
			else if (onPath.contains(link.to())) {
				problems.add(problem(link, path.subList(path.indexOf(link.to()), path.size()), column));
			}
		}
	}

	private static Problem problem(Link last, List<String> cycle, String column) {
		String way = String.join(" to ", cycle) + " to " + last.to();
		return last.row()
			.problem(column,
					"`" + column + "` leads back to where it started, from " + way + "; remove one of these links");
	}

	/**
	 * A row that puts one record below, after or in answer to another.
	 */
	record Link(Row row, String from, String to) {

	}

}

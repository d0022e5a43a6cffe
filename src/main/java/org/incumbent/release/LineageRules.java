package org.incumbent.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That no body went, by way of others or directly, into what it had come from. Tasks may
 * go to and fro, and a part that split off may come back; what was merged, absorbed or
 * abolished is gone.
 */
final class LineageRules implements Rule {

	private static final Set<String> ENDING = Set.of("MERGED", "ABSORBED", "RENAMED", "ABOLISHED");

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		KeyIndex parts = data.rowsBy("organisation_change_parts", "change_id");
		Map<String, List<Link>> links = new LinkedHashMap<>();
		for (Row change : data.rows("organisation_changes")) {
			if (ENDING.contains(String.valueOf(change.text("kind")))) {
				addLinks(parts.all(String.valueOf(change.text("id"))), links);
			}
		}
		Set<String> visited = new HashSet<>();
		for (String start : links.keySet()) {
			if (visited.add(start)) {
				walk(start, links, visited, problems);
			}
		}
	}

	/**
	 * What is on both sides of a change stays, and comes from itself in no circle.
	 */
	private static void addLinks(List<Row> parts, Map<String, List<Link>> links) {
		for (Row from : parts) {
			for (Row to : parts) {
				String origin = from.text("organisation_id");
				String result = to.text("organisation_id");
				if ("FROM".equals(from.text("side")) && "TO".equals(to.text("side")) && origin != null && result != null
						&& !origin.equals(result)) {
					links.computeIfAbsent(origin, (key) -> new ArrayList<>()).add(new Link(to, result));
				}
			}
		}
	}

	/**
	 * Goes on from a body to all that became of it, depth first; a way back to where the
	 * path has been closes a circle.
	 */
	private static void walk(String start, Map<String, List<Link>> links, Set<String> visited, List<Problem> problems) {
		List<String> path = new ArrayList<>(List.of(start));
		Deque<Iterator<Link>> open = new ArrayDeque<>();
		open.push(links.getOrDefault(start, List.of()).iterator());
		while (!open.isEmpty()) {
			if (!open.element().hasNext()) {
				open.pop();
				path.remove(path.size() - 1);
				continue;
			}
			Link link = open.element().next();
			if (visited.add(link.to())) {
				path.add(link.to());
				open.push(links.getOrDefault(link.to(), List.of()).iterator());
			}
			else if (path.contains(link.to())) {
				String way = String.join(" to ", path.subList(path.indexOf(link.to()), path.size()));
				problems.add(link.row()
					.problem("organisation_id", "`organisation_id` leads back to where it started, from " + way + " to "
							+ link.to() + "; remove one of these links"));
			}
		}
	}

	/**
	 * A row that says what a body went into.
	 */
	private record Link(Row row, String to) {

	}

}

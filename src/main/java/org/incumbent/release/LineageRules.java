package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashSet;
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
		Map<String, List<CircleSearch.Link>> links = new LinkedHashMap<>();
		for (Row change : data.rows("organisation_changes")) {
			if (ENDING.contains(String.valueOf(change.text("kind")))) {
				addLinks(parts.all(String.valueOf(change.text("id"))), links);
			}
		}
		CircleSearch search = new CircleSearch("organisation_id", (body) -> links.getOrDefault(body, List.of()),
				new HashSet<>()::add, problems);
		links.keySet().forEach(search::from);
	}

	/**
	 * What is on both sides of a change stays, and comes from itself in no circle.
	 */
	private static void addLinks(List<Row> parts, Map<String, List<CircleSearch.Link>> links) {
		for (Row from : parts) {
			for (Row to : parts) {
				String origin = from.text("organisation_id");
				String result = to.text("organisation_id");
				if ("FROM".equals(from.text("side")) && "TO".equals(to.text("side")) && origin != null && result != null
						&& !origin.equals(result)) {
					links.computeIfAbsent(origin, (key) -> new ArrayList<>()).add(new CircleSearch.Link(to, result));
				}
			}
		}
	}

}

package org.incumbent.release;

import java.util.ArrayList;
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
		Map<String, List<Row>> parts = data.rowsBy("organisation_change_parts", "change_id");
		List<HierarchyRules.Link> links = new ArrayList<>();
		for (Row change : data.rows("organisation_changes")) {
			if (ENDING.contains(String.valueOf(change.text("kind")))) {
				addLinks(parts.getOrDefault(String.valueOf(change.text("id")), List.of()), links);
			}
		}
		HierarchyRules.checkCycles(links, "organisation_id", problems);
	}

	/**
	 * What is on both sides of a change stays, and comes from itself in no circle.
	 */
	private static void addLinks(List<Row> parts, List<HierarchyRules.Link> links) {
		for (Row from : parts) {
			for (Row to : parts) {
				String origin = from.text("organisation_id");
				String result = to.text("organisation_id");
				if ("FROM".equals(from.text("side")) && "TO".equals(to.text("side")) && origin != null && result != null
						&& !origin.equals(result)) {
					links.add(new HierarchyRules.Link(to, origin, result));
				}
			}
		}
	}

}

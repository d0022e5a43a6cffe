package org.incumbent.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * That each key or slug that was given up leads in one step to a record that is there.
 */
final class RedirectRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		KeyIndex redirects = data.rowsBy("redirects", "record_type", "old_value");
		Map<String, KeyIndex> slugs = new HashMap<>();
		for (Row redirect : data.rows("redirects")) {
			String table = PackageIndex.tableOf(redirect.text("record_type"));
			if (table != null && data.table(table).isComplete()) {
				checkTarget(data, redirect, table, redirects, problems);
				checkOldValue(data, redirect, table, slugs, problems);
			}
		}
	}

	private static void checkTarget(PackageIndex data, Row redirect, String table, KeyIndex redirects,
			List<Problem> problems) {
		String target = redirect.text("target_id");
		if (target == null || data.find(table, target) != null) {
			return;
		}
		String next = redirects.all(redirect.text("record_type"), target)
			.stream()
			.filter((moved) -> "ID".equals(moved.text("kind")))
			.map((moved) -> moved.text("target_id"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		String advice = (next != null) ? "which is redirected itself; write " + Problem.quoted(next)
				: "which is the id of no row of " + data.table(table).format().file() + "; correct it";
		problems.add(redirect.problem("target_id", "`target_id` is " + Problem.quoted(target) + ", " + advice));
	}

	private static void checkOldValue(PackageIndex data, Row redirect, String table, Map<String, KeyIndex> slugs,
			List<Problem> problems) {
		String old = redirect.text("old_value");
		boolean hasSlug = data.table(table).format().has("slug");
		if ("SLUG".equals(redirect.text("kind")) && !hasSlug) {
			problems.add(redirect.problem("kind",
					"`kind` is SLUG, but " + data.table(table).format().file() + " has no slugs; write ID"));
			return;
		}
		boolean inUse = "SLUG".equals(redirect.text("kind"))
				? slugs.computeIfAbsent(table, (key) -> data.rowsBy(key, "slug")).has(old)
				: data.find(table, old) != null;
		if (inUse && old != null) {
			problems.add(redirect.problem("old_value", "`old_value` is " + Problem.quoted(old) + ", which "
					+ data.table(table).format().file() + " still uses; remove the redirect or rename the record"));
		}
	}

}

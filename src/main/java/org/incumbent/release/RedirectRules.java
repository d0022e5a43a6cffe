package org.incumbent.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * That each key or slug that was given up leads in one step to a record that is there.
 */
final class RedirectRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		Map<String, Set<String>> slugs = new HashMap<>();
		Map<List<String>, String> movedIds = new HashMap<>();
		for (Row redirect : data.rows("redirects")) {
			if ("ID".equals(redirect.text("kind")) && redirect.text("target_id") != null) {
				movedIds.put(List.of(type(redirect), String.valueOf(redirect.text("old_value"))),
						redirect.get("target_id"));
			}
		}
		for (Row redirect : data.rows("redirects")) {
			String table = PackageIndex.tableOf(redirect.text("record_type"));
			if (table != null && data.table(table).isComplete()) {
				checkTarget(data, redirect, table, movedIds, problems);
				checkOldValue(data, redirect, table, slugs, problems);
			}
		}
	}

	private static String type(Row redirect) {
		return String.valueOf(redirect.text("record_type"));
	}

	private static void checkTarget(PackageIndex data, Row redirect, String table, Map<List<String>, String> movedIds,
			List<Problem> problems) {
		String target = redirect.text("target_id");
		if (target == null || data.find(table, target) != null) {
			return;
		}
		String next = movedIds.get(List.of(type(redirect), target));
		String advice = (next != null) ? "which is redirected itself; write " + Problem.quoted(next)
				: "which is the id of no row of " + data.table(table).format().file() + "; correct it";
		problems.add(redirect.problem("target_id", "`target_id` is " + Problem.quoted(target) + ", " + advice));
	}

	private static void checkOldValue(PackageIndex data, Row redirect, String table, Map<String, Set<String>> slugs,
			List<Problem> problems) {
		String old = redirect.text("old_value");
		boolean hasSlug = data.table(table).format().has("slug");
		if ("SLUG".equals(redirect.text("kind")) && !hasSlug) {
			problems.add(redirect.problem("kind",
					"`kind` is SLUG, but " + data.table(table).format().file() + " has no slugs; write ID"));
			return;
		}
		boolean inUse = "SLUG".equals(redirect.text("kind"))
				? slugs.computeIfAbsent(table, (key) -> slugs(data, key)).contains(old) : data.find(table, old) != null;
		if (inUse && old != null) {
			problems.add(redirect.problem("old_value", "`old_value` is " + Problem.quoted(old) + ", which "
					+ data.table(table).format().file() + " still uses; remove the redirect or rename the record"));
		}
	}

	private static Set<@Nullable String> slugs(PackageIndex data, String table) {
		Set<@Nullable String> slugs = new HashSet<>();
		data.rows(table).forEach((row) -> slugs.add(row.text("slug")));
		return slugs;
	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

	private static void checkCycles(List<Row> rows, Links links, List<Problem> problems) {
		BitSet visited = new BitSet(rows.size());
		CircleSearch search = new CircleSearch(links.column(), links::of, (record) -> {
			Row node = links.node(record);
			if (node == null || visited.get(node.number())) {
				return false;
			}
			visited.set(node.number());
			return true;
		}, problems);
		for (Row row : rows) {
			String record = row.text(links.from());
			if (record != null && links.lead(row)) {
				search.from(record);
			}
		}
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

		List<CircleSearch.Link> of(String record) {
			List<CircleSearch.Link> links = new ArrayList<>();
			List<Row> group = this.rows.all(record).stream().filter(this.which).toList();
			for (String column : this.to) {
				for (Row row : group) {
					String target = row.text(column);
					if (target != null) {
						links.add(new CircleSearch.Link(row, target));
					}
				}
			}
			return links;
		}

	}

}

package org.incumbent;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds in the plan of a statement what it reads whole: tables, indexes, and in indexes
 * all records of a type.
 *
 * <p>
 * A list that is read in the order of an index and ends with its page is none of these.
 */
final class WholeReads {

	private static final JsonMapper JSON = new JsonMapper();

	/** Except where no row can be wanted, so that none is read. */
	private static final Pattern TABLE_IN_H2 = Pattern.compile("/\\* (?:\\w+\\.)?(\\w+)\\.tableScan(?!: FALSE )");

	/**
	 * A search that the type of a record alone narrows down, which leaves much of a
	 * table. H2 takes that for few rows; PostgreSQL knows how many they are.
	 */
	private static final Pattern TYPE_IN_H2 = Pattern.compile("/\\* \\w+\\.(\\w+): \\w+_TYPE = '\\w+'\\s*\\*/");

	/** An index that is named without a condition, in a line of its own. */
	private static final Pattern INDEX_IN_H2 = Pattern.compile("( *)/\\* \\w+\\.(\\w+) \\*/");

	private static final Set<String> SCANS = Set.of("Index Scan", "Index Only Scan", "Bitmap Index Scan");

	/** What hands on a row before it has the next one, in PostgreSQL. */
	private static final Set<String> IMMEDIATE = Set.of("Append", "Incremental Sort", "Limit", "Merge Append",
			"Nested Loop", "ProjectSet", "Result", "Subquery Scan", "Unique");

	private final Set<String> names = new TreeSet<>();

	private WholeReads() {
	}

	/**
	 * The names of tables and indexes, in lower case.
	 * @param plan as {@link PlanCollector} has it
	 */
	static Set<String> in(String plan) {
		WholeReads reads = new WholeReads();
		if (plan.startsWith("[")) {
			reads.addPostgresql(JSON.readTree(plan).get(0).get("Plan"), false, false);
		}
		else {
			reads.addH2(plan);
		}
		return reads.names;
	}

	private void addH2(String plan) {
		TABLE_IN_H2.matcher(plan).results().forEach((scan) -> add(scan.group(1)));
		TYPE_IN_H2.matcher(plan).results().forEach((search) -> add(search.group(1)));
		List<String> lines = plan.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher index = INDEX_IN_H2.matcher(lines.get(i));
			if (index.matches() && !endsEarly(lines, i)) {
				add(index.group(2));
			}
		}
	}

	/**
	 * Whether an index is what a select begins with, and the first rows in its order are
	 * all that is wanted. The clauses of a select are indented alike, the notes on its
	 * tables by four more.
	 */
	private static boolean endsEarly(List<String> lines, int note) {
		int indent = indent(lines.get(note)) - 4;
		boolean ordered = true;
		boolean limited = false;
		for (String line : lines.subList(note + 1, lines.size())) {
			if (indent(line) < indent) {
				break;
			}
			String clause = (indent(line) == indent) ? line.strip() : "";
			ordered = (ordered && !clause.startsWith("ORDER BY") && !clause.startsWith("GROUP BY"))
					|| clause.equals("/* index sorted */");
			limited |= clause.startsWith("FETCH FIRST") || clause.equals("/* direct lookup */");
		}
		return limited && ordered && note > 0 && lines.get(note - 1).strip().startsWith("FROM ");
	}

	private static int indent(String line) {
		return line.length() - line.stripLeading().length();
	}

	/**
	 * Adds what a part of a plan reads whole.
	 * @param limited whether only its first rows are wanted
	 * @param repeated whether it is done again for each row of another
	 */
	private void addPostgresql(JsonNode part, boolean limited, boolean repeated) {
		String kind = part.get("Node Type").asString();
		if (kind.equals("Seq Scan")) {
			add(part.get("Relation Name").asString());
		}
		if (SCANS.contains(kind) && !part.has("Index Cond") && !(limited && !repeated)) {
			add(part.get("Index Name").asString());
		}
		for (JsonNode each : part.path("Plans")) {
			String relationship = each.get("Parent Relationship").asString();
			boolean goesOn = IMMEDIATE.contains(kind) && !relationship.equals("Inner")
					&& !relationship.equals("SubPlan") && !relationship.equals("InitPlan");
			boolean again = relationship.equals("SubPlan")
					|| (relationship.equals("Inner") && kind.equals("Nested Loop"));
			addPostgresql(each, kind.equals("Limit") || (limited && goesOn), repeated || again);
		}
	}

	private void add(String name) {
		this.names.add(name.toLowerCase(Locale.ROOT));
	}

}

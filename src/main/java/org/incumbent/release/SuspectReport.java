package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;

/**
 * What is suspicious in a data package as people read it, with what there is to do about
 * it.
 */
public final class SuspectReport {

	private final SuspiciousFacts facts;

	private SuspectReport(SuspiciousFacts facts) {
		this.facts = facts;
	}

	/**
	 * The report on a package.
	 * @throws IllegalArgumentException if the package is not valid
	 */
	public static SuspectReport of(CheckedPackage checked) {
		return new SuspectReport(SuspiciousFacts.of(checked.validData(), checked.tenures()));
	}

	/**
	 * Whether everything suspicious is explained, and nothing else is.
	 */
	public boolean isSettled() {
		return this.facts.unexplained().isEmpty() && this.facts.idleExplanations().isEmpty();
	}

	/**
	 * A line for each suspicious fact, with its explanation or what to do, a line for
	 * each explanation that explains nothing, and a line that counts them.
	 */
	public String text() {
		List<String> lines = new ArrayList<>();
		this.facts.all().forEach((fact) -> lines.add(line(fact)));
		this.facts.idleExplanations().forEach((row) -> lines.add(line(row)));
		lines.add("Suspicious facts: %d, not explained: %d, explanations of nothing suspicious: %d"
			.formatted(this.facts.all().size(), this.facts.unexplained().size(), this.facts.idleExplanations().size()));
		return String.join("\n", lines);
	}

	private static String line(SuspiciousFact fact) {
		String note = fact.explanation();
		String records = fact.about().key() + ((fact.other() != null) ? ", " + fact.other().key() : "");
		String rest = (note != null) ? "\n  explained: " + note
				: "\n  NOT EXPLAINED: mend the rows, or add to explanations.csv: <id>,%s,%s,%s,%s,<why it is right>"
					.formatted(fact.rule(), fact.about().type(), fact.about().key(),
							(fact.other() != null) ? fact.other().key() : "");
		return "%s %s: %s%s".formatted(fact.rule(), records, fact.detail(), rest);
	}

	private static String line(Row explanation) {
		return "%s explains what is not suspicious: remove the row, or correct its rule and ids".formatted(explanation);
	}

}

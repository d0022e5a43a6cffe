package org.incumbent.release;

import java.util.Comparator;
import java.util.List;

/**
 * Everything suspicious in a data package, each fact with its explanation where there is
 * one, and the explanations that explain nothing any more.
 */
final class SuspiciousFacts {

	private final List<SuspiciousFact> facts;

	private final List<Row> idleExplanations;

	private SuspiciousFacts(List<SuspiciousFact> facts, List<Row> idleExplanations) {
		this.facts = List.copyOf(facts);
		this.idleExplanations = List.copyOf(idleExplanations);
	}

	/**
	 * What is suspicious in a valid package.
	 */
	static SuspiciousFacts of(DataPackage data, RecordedTenures tenures) {
		Suspicions suspicions = new Suspicions(data, tenures);
		List<SuspiciousFact> facts = suspicions.all()
			.stream()
			.flatMap((part) -> part)
			.sorted(Comparator.comparing(SuspiciousFact::key))
			.toList();
		return new SuspiciousFacts(facts, suspicions.explanationsBut(facts));
	}

	List<SuspiciousFact> all() {
		return this.facts;
	}

	List<SuspiciousFact> unexplained() {
		return this.facts.stream().filter((fact) -> fact.explanation() == null).toList();
	}

	/**
	 * The explanations of facts that are not suspicious, or not there any more.
	 */
	List<Row> idleExplanations() {
		return this.idleExplanations;
	}

}

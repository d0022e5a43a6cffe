package org.incumbent.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The search for what is suspicious in a valid data package: role by role, person by
 * person and quote by quote, each fact with its explanation where there is one.
 */
final class Suspicions {

	private final DataPackage data;

	private final RecordedTenures tenures;

	private final Map<List<String>, Row> explanations = new LinkedHashMap<>();

	Suspicions(DataPackage data, RecordedTenures tenures) {
		this.data = data;
		this.tenures = tenures;
		data.rows("explanations").forEach((row) -> this.explanations.put(key(row), row));
	}

	/**
	 * Everything suspicious in several parts, found while it is gone through.
	 */
	List<Stream<SuspiciousFact>> all() {
		AttributionSuspicions attributions = new AttributionSuspicions(this.data, this.tenures);
		SecondarySourceSuspicions secondary = new SecondarySourceSuspicions(this.data);
		return List.of(find(this.tenures.byRole(), SingleSeatSuspicions::find),
				find(this.tenures.byPerson(), TenureSuspicions::find), find(this.tenures.all(), secondary::find),
				find(this.data.rows("quotes").stream(), attributions::find));
	}

	private <T> Stream<SuspiciousFact> find(Stream<T> looked, BiConsumer<T, List<SuspiciousFact>> find) {
		return looked.flatMap((one) -> {
			List<SuspiciousFact> facts = new ArrayList<>();
			find.accept(one, facts);
			return facts.stream().map(this::explained);
		});
	}

	private SuspiciousFact explained(SuspiciousFact fact) {
		Row explanation = this.explanations.get(key(fact));
		return (explanation != null) ? fact.with(explanation.get("note")) : fact;
	}

	/**
	 * The explanations of other facts than these.
	 */
	List<Row> explanationsBut(List<SuspiciousFact> facts) {
		Map<List<String>, Row> others = new LinkedHashMap<>(this.explanations);
		facts.forEach((fact) -> others.remove(key(fact)));
		return List.copyOf(others.values());
	}

	/**
	 * Which fact an explanation is of; which of two records it names first makes no
	 * difference.
	 */
	static List<String> key(Row explanation) {
		return key(explanation.get("rule"), explanation.get("subject_id"), explanation.text("other_id"));
	}

	private static List<String> key(SuspiciousFact fact) {
		return key(fact.rule().name(), fact.about().key(), (fact.other() != null) ? fact.other().key() : null);
	}

	private static List<String> key(String rule, String subject, @Nullable String other) {
		TreeSet<String> records = new TreeSet<>(List.of(subject));
		if (other != null) {
			records.add(other);
		}
		return List.of(rule, String.join("/", records));
	}

}

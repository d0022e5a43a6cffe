package org.incumbent.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

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
	 * @param tenures all its tenures by id
	 */
	static SuspiciousFacts of(DataPackage data, Map<String, RecordedTenure> tenures) {
		List<SuspiciousFact> found = find(data, tenures);
		Map<List<String>, Row> explanations = new LinkedHashMap<>();
		data.rows("explanations").forEach((row) -> explanations.put(key(row), row));
		List<SuspiciousFact> facts = new ArrayList<>();
		for (SuspiciousFact fact : found) {
			Row explanation = explanations.get(key(fact));
			facts.add(fact.with((explanation != null) ? explanation.get("note") : null));
		}
		found.forEach((fact) -> explanations.remove(key(fact)));
		return new SuspiciousFacts(facts, List.copyOf(explanations.values()));
	}

	private static List<SuspiciousFact> find(DataPackage data, Map<String, RecordedTenure> tenures) {
		Map<String, List<RecordedTenure>> byRole = new LinkedHashMap<>();
		Map<String, List<RecordedTenure>> byPerson = new LinkedHashMap<>();
		tenures.values().forEach((tenure) -> {
			byRole.computeIfAbsent(tenure.role().get("id"), (key) -> new ArrayList<>()).add(tenure);
			byPerson.computeIfAbsent(tenure.person().get("id"), (key) -> new ArrayList<>()).add(tenure);
		});
		List<SuspiciousFact> facts = new ArrayList<>();
		byRole.values().forEach((holders) -> SingleSeatSuspicions.find(holders, facts));
		byPerson.values().forEach((career) -> TenureSuspicions.find(career, facts));
		findInQuotes(data, tenures, facts);
		SecondarySourceSuspicions secondary = new SecondarySourceSuspicions(data);
		tenures.values().forEach((tenure) -> secondary.find(tenure, facts));
		facts.sort(Comparator.comparing(SuspiciousFact::key));
		return facts;
	}

	private static void findInQuotes(DataPackage data, Map<String, RecordedTenure> tenures,
			List<SuspiciousFact> facts) {
		Map<String, Row> people = byId(data, "people");
		Map<String, List<Row>> speakingAs = new HashMap<>();
		data.rows("quote_roles")
			.forEach((row) -> speakingAs.computeIfAbsent(row.get("quote_id"), (key) -> new ArrayList<>()).add(row));
		AttributionSuspicions attributions = new AttributionSuspicions(data.rows("roles"), tenures, speakingAs);
		for (Row quote : data.rows("quotes")) {
			Row speaker = people.get(String.valueOf(quote.text("speaker_person_id")));
			if (speaker != null) {
				attributions.find(quote, speaker, facts);
			}
		}
	}

	/**
	 * All tenures of a valid package by id, with the bounds that the database has and
	 * answers about a day are given by.
	 */
	static Map<String, RecordedTenure> tenures(DataPackage data, DerivedColumns derived) {
		Map<String, Row> people = byId(data, "people");
		Map<String, Row> roles = byId(data, "roles");
		Map<String, Row> organisations = byId(data, "organisations");
		Map<String, RecordedTenure> tenures = new LinkedHashMap<>();
		for (Row appointment : data.rows("appointments")) {
			Row role = Objects.requireNonNull(roles.get(appointment.get("role_id")));
			tenures.put(appointment.get("id"),
					RecordedTenure.of(appointment, Objects.requireNonNull(people.get(appointment.get("person_id"))),
							role, Objects.requireNonNull(organisations.get(role.get("organisation_id"))),
							derived.of(appointment)));
		}
		return tenures;
	}

	static Map<String, Row> byId(DataPackage data, String table) {
		Map<String, Row> rows = new HashMap<>();
		data.rows(table).forEach((row) -> rows.put(row.get("id"), row));
		return rows;
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

package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.incumbent.organisation.OrganisationKind;
import org.incumbent.role.RoleKind;
import org.incumbent.source.SourceKind;

/**
 * Dates of the chief executives and chairs of national bodies for which nothing better
 * than an encyclopaedia, a blog or a profile is known. What a body says of itself is as
 * good as any, in whatever form.
 */
final class SecondarySourceSuspicions {

	private static final String APPOINTMENT = "Appointment";

	private final Map<String, Row> sources;

	private final Map<String, List<Row>> citations = new HashMap<>();

	private final Map<String, List<Row>> claims = new HashMap<>();

	SecondarySourceSuspicions(DataPackage data) {
		this.sources = SuspiciousFacts.byId(data, "sources");
		for (Row citation : data.rows("citations")) {
			if (citation.get("subject_type").equals(APPOINTMENT)) {
				this.citations.computeIfAbsent(citation.get("subject_id"), (key) -> new ArrayList<>()).add(citation);
			}
		}
		for (Row claim : data.rows("claims")) {
			if (claim.get("subject_type").equals(APPOINTMENT)) {
				this.claims
					.computeIfAbsent(field(claim.get("subject_id"), claim.get("field")), (key) -> new ArrayList<>())
					.add(claim);
			}
		}
	}

	/**
	 * Adds what is suspicious about the start and the end of a tenure.
	 */
	void find(RecordedTenure tenure, List<SuspiciousFact> facts) {
		if (isNationalLead(tenure)) {
			find(tenure, "start_date", SuspicionRule.SECONDARY_START, "start", facts);
			find(tenure, "end_date", SuspicionRule.SECONDARY_END, "end", facts);
		}
	}

	private static boolean isNationalLead(RecordedTenure tenure) {
		Set<RoleKind> kinds = tenure.kinds();
		return OrganisationKind.valueOf(tenure.organisation().get("kind")).isNational()
				&& (kinds.contains(RoleKind.CHIEF_EXECUTIVE) || kinds.contains(RoleKind.CHAIR));
	}

	private void find(RecordedTenure tenure, String column, SuspicionRule rule, String words,
			List<SuspiciousFact> facts) {
		if (tenure.appointment().text(column) == null) {
			return;
		}
		Set<String> names = new TreeSet<>();
		for (Row support : supports(tenure.id(), column)) {
			Row source = this.sources.get(support.get("source_id"));
			if (source == null || !isSecondary(source, tenure.organisation())) {
				return;
			}
			names.add(source.get("name"));
		}
		facts.add(new SuspiciousFact(rule, tenure.subject(), null, null,
				"The %s of %s as %s rests on nothing better than: %s.".formatted(words, tenure.personName(),
						tenure.post(), String.join("; ", names)),
				null));
	}

	/**
	 * The claims of a field that are accepted or, where nothing decides, all that its
	 * value is wide enough for; else the citations of its row, which stand for every
	 * field that has no claims of its own.
	 */
	private List<Row> supports(String appointment, String column) {
		List<Row> all = this.claims.getOrDefault(field(appointment, column), List.of());
		List<Row> accepted = all.stream().filter((claim) -> claim.get("standing").equals("ACCEPTED")).toList();
		if (!accepted.isEmpty()) {
			return accepted;
		}
		return !all.isEmpty() ? all : this.citations.getOrDefault(appointment, List.of());
	}

	private static boolean isSecondary(Row source, Row organisation) {
		return SourceKind.valueOf(source.get("kind")).isSecondary()
				&& !organisation.get("id").equals(source.text("publisher_id"));
	}

	private static String field(String appointment, String column) {
		return appointment + "/" + column;
	}

}

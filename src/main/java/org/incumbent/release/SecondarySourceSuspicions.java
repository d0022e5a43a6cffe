package org.incumbent.release;

import java.util.List;
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

	private final DataPackage data;

	/** The rows of citations by record. */
	private final KeyIndex citations;

	/** The rows of claims by field. */
	private final KeyIndex claims;

	SecondarySourceSuspicions(DataPackage data) {
		this.data = data;
		this.citations = KeyIndex.of(data.table("citations"), "subject_type", "subject_id");
		this.claims = KeyIndex.of(data.table("claims"), "subject_type", "subject_id", "field");
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
			Row source = this.data.get("sources", support.get("source_id"));
			if (!isSecondary(source, tenure.organisation())) {
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
		List<Row> all = this.claims.all(APPOINTMENT, appointment, column);
		List<Row> accepted = all.stream().filter((claim) -> claim.get("standing").equals("ACCEPTED")).toList();
		if (!accepted.isEmpty()) {
			return accepted;
		}
		return !all.isEmpty() ? all : this.citations.all(APPOINTMENT, appointment);
	}

	private static boolean isSecondary(Row source, Row organisation) {
		return SourceKind.valueOf(source.get("kind")).isSecondary()
				&& !organisation.get("id").equals(source.text("publisher_id"));
	}

}

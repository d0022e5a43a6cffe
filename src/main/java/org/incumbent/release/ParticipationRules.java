package org.incumbent.release;

import java.util.List;
import java.util.Objects;

/**
 * That each part in an event is taken by one person or one organisation, and in posts of
 * that person.
 */
final class ParticipationRules implements Rule {

	@Override
	public void check(PackageIndex data, List<Problem> problems) {
		for (Row participation : data.rows("participations")) {
			if ((participation.text("person_id") == null) == (participation.text("organisation_id") == null)) {
				problems.add(participation.problem("person_id",
						"a participation is of one person or one organisation; give exactly one of `person_id` and `organisation_id`"));
			}
		}
		for (Row as : data.rows("participation_appointments")) {
			Row participation = data.find("participations", as.text("participation_id"));
			Row appointment = data.find("appointments", as.text("appointment_id"));
			if (participation != null && appointment != null
					&& !Objects.equals(participation.text("person_id"), appointment.text("person_id"))) {
				problems.add(as.problem("appointment_id",
						Problem.quoted(appointment.get("id")) + " is no appointment of the participant of "
								+ Problem.quoted(participation.get("id")) + " (" + participation
								+ "); name one of that person's, or remove the row"));
			}
		}
	}

}

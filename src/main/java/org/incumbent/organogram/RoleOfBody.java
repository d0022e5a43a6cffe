package org.incumbent.organogram;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.appointment.Observation;
import org.incumbent.time.Bounds;
import org.incumbent.time.Certainty;

/**
 * A role of a body, and what is known of its life.
 *
 * @param roleKey the role's key
 * @param life the bounds of the role within its own body, with what its holders show of
 * the day
 * @param bodyShown whether the body that is asked about surely existed on the day, which
 * a role of its own shows by itself
 */
record RoleOfBody(String roleKey, Bounds life, boolean bodyShown) {

	/**
	 * The same with what sources show of nobody being in it: there was such a role then.
	 */
	RoleOfBody shownIn(List<Observation> vacancies) {
		Bounds shown = this.life;
		for (Observation vacancy : vacancies) {
			Bounds withVacancy = shown.shownOn(vacancy.on());
			shown = withVacancy.isContradictory() ? shown : withVacancy;
		}
		return new RoleOfBody(this.roleKey, shown, this.bodyShown);
	}

	/**
	 * How sure it is that the role was there on the day, given that it may have been.
	 */
	Certainty existence(LocalDate day) {
		Certainty alone = this.life.covers(day);
		return (alone == Certainty.CERTAIN && !this.bodyShown) ? Certainty.POSSIBLE : alone;
	}

}

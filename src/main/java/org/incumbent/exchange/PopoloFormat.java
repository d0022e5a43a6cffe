package org.incumbent.exchange;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.time.EdtfException;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * How our tables and columns are called in Popolo, for the way there and back. What
 * Popolo has no property for goes into the property {@value #EXTENSION} of its object.
 */
final class PopoloFormat {

	/** The property that holds what Popolo cannot. */
	static final String EXTENSION = "incumbent";

	static final Collection PERSONS = new Collection("persons", "people", "Person",
			List.of(new Property("name", "name"), new Property("honorific_prefix", "honorific"),
					new Property("sort_name", "sort_name"), new Property("summary", "description")));

	static final Collection ORGANIZATIONS = new Collection("organizations", "organisations", "Organisation",
			List.of(new Property("name", "name"), new Property("description", "description"),
					new Property("founding_date", "founded_date"), new Property("dissolution_date", "dissolved_date")));

	static final Collection POSTS = new Collection("posts", "roles", "Role",
			List.of(new Property("label", "name"), new Property("organization_id", "organisation_id"),
					new Property("start_date", "start_date"), new Property("end_date", "end_date")));

	static final Collection MEMBERSHIPS = new Collection("memberships", "appointments", "Appointment",
			List.of(new Property("person_id", "person_id"), new Property("post_id", "role_id"),
					new Property("start_date", "start_date"), new Property("end_date", "end_date")));

	static final Collection EVENTS = new Collection("events", "events", "Event",
			List.of(new Property("name", "name"), new Property("description", "description"),
					new Property("start_date", "event_date"), new Property("end_date", "until_date"),
					new Property("parent_id", "part_of_id")));

	static final List<Collection> COLLECTIONS = List.of(PERSONS, ORGANIZATIONS, POSTS, MEMBERSHIPS, EVENTS);

	private PopoloFormat() {
	}

	/**
	 * The date as Popolo can hold it: the most exact day, month or year within which it
	 * surely lies, empty if there is none.
	 */
	static String reduced(String edtf) {
		if (edtf.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")) {
			return edtf;
		}
		try {
			FuzzyDate date = FuzzyDate.parse(edtf);
			return common(date.earliest(), date.latest());
		}
		catch (EdtfException ex) {
			return "";
		}
	}

	private static String common(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
		if (earliest == null || latest == null || earliest.getYear() != latest.getYear() || earliest.getYear() < 0
				|| earliest.getYear() > 9999) {
			return "";
		}
		String day = earliest.toString();
		if (earliest.equals(latest)) {
			return day;
		}
		return (earliest.getMonth() == latest.getMonth()) ? day.substring(0, 7) : day.substring(0, 4);
	}

	/**
	 * A collection of Popolo and the table that holds the same.
	 *
	 * @param name the property that holds it
	 * @param table our table
	 * @param type the type of our records
	 * @param properties what each of its objects can hold beside its id
	 */
	record Collection(String name, String table, String type, List<Property> properties) {

		boolean holds(String column) {
			return column.equals("id") || this.properties.stream().anyMatch((each) -> each.column().equals(column));
		}

	}

	/**
	 * A property of Popolo and the column that holds the same.
	 */
	record Property(String name, String column) {

		boolean isDate() {
			return this.name.endsWith("_date");
		}

	}

}

package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of Popolo JSON, on an invented parliament.
 */
class PopoloImporterTests {

	private static final String PARLIAMENT = """
			{
			 "persons": [
			  {"id": "ann", "name": "Ann Able", "family_name": "Able", "given_name": "Ann", "honorific_prefix": "Dame",
			   "summary": "A member.", "birth_date": "1970-01-01", "email": "",
			   "other_names": [{"name": "Ann Baker", "start_date": "1990", "end_date": "2000-05", "note": "former"},
			    {"name": "Annie", "start_date": "2001", "end_date": "2000"}],
			   "identifiers": [{"scheme": "wiki_data", "identifier": "Q0"}, {"scheme": "", "identifier": "Q1"}],
			   "links": [{"url": "https://example.org/ann"}],
			   "sources": [{"url": "https://example.org/list", "note": "List of members"}]},
			  {"id": "B/2", "name": "Bo Bold"},
			  {"id": "nameless"},
			  {"id": "ann", "name": "Ann Again"}
			 ],
			 "organizations": [
			  {"id": "house", "name": "The House", "classification": "legislature", "founding_date": "1900",
			   "dissolution_date": "2030-01-01", "other_names": [{"name": "TH", "note": "abbreviation"}],
			   "posts": [{"id": "speaker", "label": "Speaker", "role": "chair"}]},
			  {"id": "greens", "name": "Greens", "classification": "party", "parent_id": "house"},
			  {"id": "old", "name": "Old Body", "founding_date": "1950", "dissolution_date": "1980-12-31",
			   "parent_id": "house2"},
			  {"id": "house2", "name": "Round", "parent_id": "old2", "founding_date": "1980", "dissolution_date": "1970"},
			  {"id": "old2", "name": "And Round", "parent_id": "house2"},
			  {"id": "lost", "name": "Lost", "parent_id": "nowhere"}
			 ],
			 "posts": [
			  {"id": "acting-clerk", "label": "Acting Clerk", "organization_id": "house", "start_date": "1990",
			   "end_date": "2010", "other_label": "Temporary clerk"},
			  {"id": "stray", "label": "Stray", "organization_id": "nowhere"}
			 ],
			 "memberships": [
			  {"id": "m1", "person_id": "ann", "post_id": "speaker", "organization_id": "house",
			   "start_date": "2019-03", "end_date": "2027-01-01", "role": "Acting Speaker"},
			  {"person_id": "B/2", "organization_id": "house", "role": "member", "area": {"name": "Wold"},
			   "on_behalf_of_id": "greens", "start_date": "2001-01-01", "end_date": "2005-01-01"},
			  {"person_id": "ann", "organization_id": "house", "role": "member", "area_id": "a1",
			   "legislative_period_id": "term/1"},
			  {"person_id": "B/2", "organization_id": "greens"},
			  {"person_id": "ann", "organization_id": "house", "start_date": "2005", "end_date": "2004-12-31"},
			  {"person_id": "ann", "organization_id": "house", "start_date": "2005-13"},
			  {"person_id": "who", "organization_id": "house"},
			  {"person_id": "ann", "organization_id": "what"},
			  {"person_id": "ann", "post_id": "stray"},
			  {"person_id": "ann", "organization_id": "old", "start_date": "1990"},
			  {"id": "m1", "person_id": "ann", "organization_id": "house"}
			 ],
			 "events": [
			  {"id": "term/1", "name": "First term", "classification": "legislative period",
			   "start_date": "2006-05-01", "end_date": "2010-04-30"},
			  {"id": "session", "name": "A session", "classification": "hearing", "start_date": "2007-01-01T10:00:00Z",
			   "parent_id": "term/1", "attendees": [{"id": "ann"}, {"id": "nobody"}]},
			  {"id": "undated", "name": "Some time"},
			  {"id": "reversed", "name": "Reversed", "start_date": "2007", "end_date": "2006"}
			 ],
			 "areas": [{"id": "a1", "name": "Hill"}],
			 "motions": [{"id": "x"}],
			 "meta": {"sources": []}
			}
			""";

	@TempDir
	private Path temporary;

	@Test
	void everythingThatWasReadIsTakenOrKeptOutWithAReason() throws IOException {
		Converted converted = convert(PARLIAMENT).isValid();
		assertThat(converted.summary()).contains("Read 4 persons: took 2, kept out 2",
				"    kept out 1: an earlier one has its id", "    kept out 1: it has no id or no name",
				"Read 6 organizations: took 6, kept out 0",
				"    changed 1: taken without its dates, which are reversed or are none",
				"Read 5 parents of organizations: took 3, kept out 2",
				"    kept out 1: it leads back to where it started",
				"    kept out 1: the organization above it is not in the file", "Read 3 posts: took 2, kept out 1",
				"Read 11 memberships: took 4, kept out 7", "    kept out 1: it ends before it starts",
				"    kept out 1: a date is no day of the calendar", "    kept out 1: its person is not in the file",
				"    kept out 1: its organization is not in the file", "    kept out 1: its post is not in the file",
				"    kept out 1: its post or organization did not exist then",
				"    changed 1: without dates, it is put within its legislative period",
				"    changed 1: it has no dates, and is taken without", "Read 4 events: took 2, kept out 2",
				"    kept out 1: it has no id or no name, or no day on which it began",
				"Read 2 attendees of events: took 1, kept out 1", "Read 1 motions: took 0, kept out 1",
				"Left out, having no place here: 1 persons birth_date",
				"Left out, having no place here: 1 memberships on_behalf_of_id");
		assertThat(converted.list()).contains(
				"parliament.json:38 memberships: kept out: it ends before it starts: ann house  2005 2004-12-31\n");
	}

	@Test
	void peopleHaveTheirNamesCodesAndPages() throws IOException {
		Converted converted = convert(PARLIAMENT);
		assertThat(converted.row("people", "id", "ann")).containsEntry("name", "Ann Able")
			.containsEntry("honorific", "Dame")
			.containsEntry("sort_name", "Able, Ann")
			.containsEntry("description", "A member.");
		assertThat(converted.cells("names", "subject_id", "name", "kind", "start_date", "end_date", "state")).contains(
				"ann|Ann Baker|FORMER|1990|2000-05|ENDED", "ann|Annie|OTHER|||UNKNOWN",
				"acting-clerk|Temporary clerk|OTHER|||UNKNOWN");
		assertThat(converted.cells("identifiers", "scheme", "identifier_value"))
			.containsExactlyInAnyOrder("wiki-data|Q0", "link|https://example.org/ann");
		assertThat(converted.row("sources", "name", "List of members")).containsEntry("url",
				"https://example.org/list");
		assertThat(converted.row("people", "name", "Bo Bold").get("id")).startsWith("b-2-");
		assertThat(converted.cells("citations", "subject_type", "source_id", "locator"))
			.contains("Person|popolo-parliament-json|row persons/B/2");
	}

	@Test
	void organisationsAreOfTheKindThatTheirClassificationSays() throws IOException {
		Converted converted = convert(PARLIAMENT);
		assertThat(converted.row("organisations", "id", "house")).containsEntry("kind", "PARLIAMENT")
			.containsEntry("short_name", "TH")
			.containsEntry("founded_date", "1900")
			.containsEntry("state", "ONGOING");
		assertThat(converted.row("organisations", "id", "greens")).containsEntry("kind", "OTHER")
			.containsEntry("description", "Classified by the source as “party”.");
	}

	@Test
	void theCapacityIsNoPartOfATitle() throws IOException {
		Converted converted = convert(PARLIAMENT);
		assertThat(converted.row("roles", "id", "acting-clerk")).containsEntry("name", "Clerk");
		assertThat(converted.row("roles", "id", "speaker")).containsEntry("kinds", "CHAIR");
		assertThat(converted.row("appointments", "id", "m1")).containsEntry("capacity", "ACTING")
			.containsEntry("start_date", "2019-03")
			.containsEntry("state", "ONGOING")
			.doesNotContainKey("end_date");
	}

	@Test
	void aMembershipWithoutAPostIsOfARoleNamedForWhatTheSourceCallsIt() throws IOException {
		Converted converted = convert(PARLIAMENT);
		assertThat(converted.cells("roles", "name", "kinds", "organisation_id")).contains("Member for Wold|OTHER|house",
				"Member for Hill|OTHER|house", "Member|UNSPECIFIED|greens");
		String plain = converted.row("roles", "name", "Member").get("id");
		assertThat(converted.row("appointments", "role_id", String.valueOf(plain))).containsEntry("state", "UNKNOWN")
			.containsEntry("capacity", "UNKNOWN");
	}

	@Test
	void aMembershipOfALegislativePeriodLiesWithinIt() throws IOException {
		Converted converted = convert(PARLIAMENT);
		String role = converted.row("roles", "name", "Member for Hill").get("id");
		assertThat(converted.row("appointments", "role_id", String.valueOf(role)))
			.containsEntry("start_date", "[2006-05-01..2010-04-30]")
			.containsEntry("end_date", "[2006-05-01..2010-04-30]")
			.containsEntry("state", "ENDED");
		assertThat(converted.cells("claims", "field", "basis", "standing")).contains("start_date|INFERRED|ACCEPTED",
				"end_date|INFERRED|ACCEPTED", "end_date|ANNOUNCED|SUPERSEDED");
	}

	@Test
	void eventsHaveTheirDayPartsAndWhoCame() throws IOException {
		Converted converted = convert(PARLIAMENT);
		String term = converted.row("events", "name", "First term").get("id");
		assertThat(converted.row("events", "id", "session")).containsEntry("event_date", "2007-01-01")
			.containsEntry("kind", "HEARING")
			.containsEntry("part_of_id", term);
		assertThat(converted.cells("participations", "event_id", "person_id", "part"))
			.containsExactly("session|ann|OTHER");
	}

	@Test
	void periodsOfAnyPrecisionHoldTheirMemberships() throws IOException {
		Converted converted = convert(
				"""
						{"persons": [{"id": "ann", "name": "Ann Able"}], "organizations": [{"id": "house", "name": "The House"}],
						 "events": [{"id": "t1", "name": "First", "start_date": "2006-05-01", "end_date": "2010"},
						  {"id": "t2", "name": "Second", "start_date": "2011", "end_date": "2011"},
						  {"id": "t3", "name": "Third", "start_date": "2025-05"},
						  {"id": "t4", "name": "Fourth", "start_date": "2027"}],
						 "memberships": [{"person_id": "ann", "organization_id": "house", "legislative_period_id": "t1"},
						  {"person_id": "ann", "organization_id": "house", "legislative_period_id": "t2"},
						  {"person_id": "ann", "organization_id": "house", "legislative_period_id": "t3"},
						  {"person_id": "ann", "organization_id": "house", "legislative_period_id": "t4"}]}
						""")
			.isValid();
		assertThat(converted.cells("appointments", "start_date", "end_date", "state")).containsExactlyInAnyOrder(
				"[2006-05-01..2010-12-31]|[2006-05-01..2010-12-31]|ENDED", "2011|2011|ENDED",
				"[2025-05-01..2026-06-01]||UNKNOWN", "2027||PLANNED");
	}

	@Test
	void nestedMembershipsAndAFileForEachCollectionAreTheSame() throws IOException {
		Path directory = Files.createDirectory(this.temporary.resolve("several"));
		Files.writeString(directory.resolve("persons.json"), """
				[{"id": "ann", "name": "Ann Able", "memberships": [{"organization_id": "house", "role": "Clerk"}]}]
				""");
		Files.writeString(directory.resolve("organizations.json"), """
				[{"id": "house", "name": "The House", "memberships": [{"person_id": "ann", "role": "Speaker"}],
				  "posts": [{"id": "usher", "label": "Usher", "memberships": [{"person_id": "ann"}]}]}]
				""");
		Converted converted = Converted.from(Conversion.Format.POPOLO, directory, this.temporary, null).isValid();
		assertThat(converted.cells("roles", "name", "organisation_id")).containsExactlyInAnyOrder("Clerk|house",
				"Speaker|house", "Usher|house");
		assertThat(converted.cells("appointments", "person_id")).containsExactly("ann", "ann", "ann");
	}

	@Test
	void theSameFileGivesTheSamePackage() throws IOException {
		List<Map<String, String>> first = convert(PARLIAMENT).rows("appointments");
		assertThat(convert(PARLIAMENT).rows("appointments")).isEqualTo(first).hasSize(4);
	}

	@Test
	void aFileOfSomethingElseIsRefused() {
		assertThatExceptionOfType(ConversionException.class).isThrownBy(() -> convert("{\"name\": \"x\"}"))
			.withMessageContaining("has no persons and no organizations; Popolo JSON has arrays `persons`");
		assertThatExceptionOfType(ConversionException.class).isThrownBy(() -> convert("{\"persons\": [\n{\"id\": }"))
			.withMessageContaining("parliament.json:2 is not JSON");
		assertThatExceptionOfType(ConversionException.class).isThrownBy(() -> convert("7"))
			.withMessageContaining("is neither a JSON object nor an array");
	}

	private Converted convert(String json) throws IOException {
		Path file = Files.writeString(this.temporary.resolve("parliament.json"), json);
		return Converted.from(Conversion.Format.POPOLO, file, this.temporary, "2026-06-01");
	}

}

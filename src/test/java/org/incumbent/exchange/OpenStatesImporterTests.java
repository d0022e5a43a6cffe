package org.incumbent.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the Open States files, on invented legislators.
 */
class OpenStatesImporterTests {

	private static final String ANN = "ocd-person/00000000-0000-0000-0000-000000000001";

	private static final String ANN_KEY = "ocd-person-00000000-0000-0000-0000-000000000001";

	private static final String BO_KEY = "ocd-person-00000000-0000-0000-0000-000000000002";

	@TempDir
	private Path temporary;

	private Path from = Path.of("");

	@BeforeEach
	void writeTheFiles() throws IOException {
		this.from = Files.createDirectory(this.temporary.resolve("from"));
		write("people.ndjson.gz",
				"""
						{"_path":"zz/legislature/Ann.yml","id":"%1$s","name":"Ann Able","given_name":"Ann","family_name":"Able","email":"ann@example.org","party":[{"name":"Greens"}],"roles":[{"type":"lower","district":"7","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2025-01-05"},{"type":"lower","district":"7","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2023-01-05","end_date":"2025-01-05"},{"type":"lower","district":"7","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2023-01-05","end_date":"2025-01-05"},{"type":"upper","district":"2","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2019-01-05","end_date":"2017-01-05"}],"sources":[{"url":"https://example.org/ann"},{"url":"ftp://example.org/ann"}],"links":[{"url":"https://example.org/ann","note":"page"}],"other_names":[{"name":"A. Able"},{"name":"Ann Able"}],"other_identifiers":[{"scheme":"legacy_openstates","identifier":"ZZ1"}]}
						{"_path":"zz/executive/Bo.yml","id":"ocd-person/00000000-0000-0000-0000-000000000002","name":"Bo Bold","roles":[{"type":"lt_governor","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2022-12-05","end_date":"2026-12-07"},{"type":"auditor","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"2022-12-05","end_date":"2100-01-01"}],"party":[{"name":"Greens","start_date":"2020","end_date":"2019"}]}
						{"_path":"zz/retired/Cy.yml","id":"ocd-person/00000000-0000-0000-0000-000000000003","name":"Cy Cold","roles":[{"type":"upper","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government"},{"type":"upper","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","start_date":"someday"},{"type":"upper"}],"party":[{"name":""}]}
						{"_path":"zz/retired/Ann’s.yml","id":"%1$s","name":"Ann B. Able","roles":[{"type":"mayor","jurisdiction":"ocd-jurisdiction/country:us/state:zz/place:wold/government","end_date":"2009-12-31","end_reason":"Resigned"}]}
						not JSON
						"""
					.formatted(ANN));
		write("committees.ndjson.gz",
				"""
						{"_path":"zz/committees/Rules.yml","id":"ocd-organization/00000000-0000-0000-0000-0000000000c1","name":"Rules","chamber":"lower","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","parent":"","members":[{"name":"Ann Able","person_id":"%1$s","role":"Chair"},{"name":"Ann Able","person_id":"%1$s","role":"Chair"},{"name":"No One","role":"member"},{"name":"Not Here","person_id":"ocd-person/9","role":"member"}]}
						{"_path":"zz/committees/Minor.yml","id":"ocd-organization/00000000-0000-0000-0000-0000000000c2","name":"Minor Rules","chamber":"lower","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","parent":"ocd-organization/00000000-0000-0000-0000-0000000000c1","members":[]}
						{"_path":"zz/committees/Lost.yml","id":"ocd-organization/00000000-0000-0000-0000-0000000000c3","name":"Lost","chamber":"upper","jurisdiction":"ocd-jurisdiction/country:us/state:zz/government","parent":"ocd-organization/none","members":[]}
						"""
					.formatted(ANN));
	}

	@Test
	void everythingThatWasReadIsTakenOrKeptOutWithAReason() {
		Converted converted = convert().isValid();
		assertThat(converted.summary()).contains("Read 5 people: took 4, kept out 1",
				"    kept out 1: it is no JSON object with an id and a name",
				"    changed 1: an earlier record has its id; what this one adds is taken",
				"Read 10 roles of people: took 6, kept out 4", "    kept out 1: it ends before it starts",
				"    kept out 1: the record gives the same twice", "    kept out 1: it has no type or no jurisdiction",
				"    kept out 1: a date is no day of the calendar",
				"    changed 1: taken without its end, which stands for none",
				"    changed 1: its end is ahead of the file, so that it is only announced",
				"Read 3 parties of people: took 1, kept out 2", "Read 2 sources of people: took 1, kept out 1",
				"Read 3 committees: took 3, kept out 0", "Read 4 members of committees: took 1, kept out 3",
				"    kept out 1: it names no person's record", "    kept out 1: its person is not in the file",
				"Left out, having no place here: 1 people email");
		assertThat(converted.list())
			.contains("people.ndjson.gz:1: kept out: it ends before it starts: 2019-01-05 2017-01-05\n");
	}

	@Test
	void aSeatIsARoleOfItsChamber() {
		Converted converted = convert();
		assertThat(converted.cells("appointments", "person_id", "start_date", "end_date", "state"))
			.contains(ANN_KEY + "|2025-01-05||ONGOING", ANN_KEY + "|2023-01-05|2025-01-05|ENDED");
		Map<String, String> seat = converted.row("roles", "name", "Member for district 7");
		Map<String, String> chamber = converted.row("organisations", "id", String.valueOf(seat.get("organisation_id")));
		assertThat(chamber).containsEntry("name", "Lower house, state zz, country us")
			.containsEntry("kind", "PARLIAMENT")
			.containsEntry("named", "false");
	}

	@Test
	void aTermThatEndsAheadOfTheFileGoesOnAndItsEndIsAnnounced() {
		Converted converted = convert();
		Map<String, String> role = converted.row("roles", "name", "Lieutenant governor");
		Map<String, String> term = converted.row("appointments", "role_id", String.valueOf(role.get("id")));
		assertThat(term).containsEntry("state", "ONGOING")
			.containsEntry("end_announced", "[..2026-08-05]")
			.doesNotContainKey("end_date");
		assertThat(converted.cells("claims", "subject_id", "field", "claimed_value", "basis", "standing"))
			.containsExactly(term.get("id") + "|end_date|2026-12-07|ANNOUNCED|SUPERSEDED");
		assertThat(converted.cells("observations", "appointment_id", "shows", "observed_on"))
			.contains(term.get("id") + "|IN_POST|2026-08-05");
	}

	@Test
	void whoIsRetiredHasLeftEvenIfNobodySaysWhen() {
		assertThat(convert().cells("appointments", "person_id", "start_date", "end_date", "state", "end_reason"))
			.contains("ocd-person-00000000-0000-0000-0000-000000000003|||ENDED_DATE_UNKNOWN|",
					ANN_KEY + "||2009-12-31|ENDED|Resigned");
	}

	@Test
	void thePartyIsAMembershipWithoutAPost() {
		Converted converted = convert();
		Map<String, String> party = converted.row("organisations", "name", "Greens");
		Map<String, String> member = converted.row("roles", "organisation_id", String.valueOf(party.get("id")));
		assertThat(member).containsEntry("kinds", "UNSPECIFIED");
		assertThat(converted.row("appointments", "role_id", String.valueOf(member.get("id"))))
			.containsEntry("person_id", ANN_KEY)
			.containsEntry("state", "ONGOING")
			.containsEntry("capacity", "UNKNOWN");
	}

	@Test
	void committeesArePartOfTheOneAboveOrOfTheirChamber() {
		Converted converted = convert();
		String lower = converted.row("organisations", "name", "Lower house, state zz, country us").get("id");
		String upper = converted.row("organisations", "name", "Upper house, state zz, country us").get("id");
		assertThat(converted.cells("organisation_relations", "organisation_id", "related_id")).contains(
				"ocd-organization-00000000-0000-0000-0000-0000000000c1|" + lower,
				"ocd-organization-00000000-0000-0000-0000-0000000000c2|ocd-organization-00000000-0000-0000-0000-0000000000c1",
				"ocd-organization-00000000-0000-0000-0000-0000000000c3|" + upper);
		assertThat(converted.row("roles", "name", "Chair")).containsEntry("kinds", "CHAIR");
	}

	@Test
	void pagesAreSourcesAndLinksAreIdentifiers() {
		Converted converted = convert();
		assertThat(converted.cells("sources", "name", "kind", "url")).contains(
				"[example.org/ann]|OTHER|https://example.org/ann",
				"Open States people|DATASET|https://github.com/openstates/people");
		assertThat(converted.cells("citations", "subject_id", "locator")).contains(ANN_KEY + "|page",
				ANN_KEY + "|row zz/legislature/Ann.yml", ANN_KEY + "|row zz/retired/Ann_s.yml");
		assertThat(converted.cells("identifiers", "subject_id", "scheme", "identifier_value", "url")).contains(
				ANN_KEY + "|link|https://example.org/ann|https://example.org/ann", ANN_KEY + "|legacy-openstates|ZZ1|");
		assertThat(converted.cells("people", "id", "sort_name")).contains(ANN_KEY + "|Able, Ann", BO_KEY + "|Bold, Bo");
	}

	@Test
	void aDirectoryOfSomethingElseIsRefused() throws IOException {
		Files.delete(this.from.resolve("people.ndjson.gz"));
		assertThatExceptionOfType(ConversionException.class).isThrownBy(this::convert)
			.withMessageContaining("has no file people.ndjson or people.ndjson.gz");
	}

	private Converted convert() {
		return Converted.from(Conversion.Format.OPENSTATES, this.from, this.temporary, "2026-08-05");
	}

	private void write(String file, String content) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(this.from.resolve(file)))) {
			out.write(content.getBytes(UTF_8));
		}
	}

}

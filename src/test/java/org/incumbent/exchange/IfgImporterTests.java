package org.incumbent.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the ministers database, on invented ministers.
 */
class IfgImporterTests {

	@TempDir
	private Path temporary;

	private Path from = Path.of("");

	@BeforeEach
	void writeTheDatabase() throws IOException {
		this.from = Files.createDirectory(this.temporary.resolve("from"));
		write("person.csv", """
				id,id_parliament,id_ifg_website,name,display_name,normalized_name,short_name,gender,start_date,end_date
				p1,17.0,3.0,Ann Able,Ann Able,Ann Able,Able,F,,2010-06-01
				p1,17.0,3.0,Lady Able of Wold,Lady Able of Wold,Lady Able of Wold,Able,F,2010-06-01,
				p2,,,Bo Bold,Bo Bold,Bo Bold,Bold,M,,
				""");
		write("organisation.csv", """
				id,name,short_name,start_date,end_date
				o1,Department of Tests,DoT,2001-01-01,2008-05-01
				o2,Department for Trials,DfT,2008-05-01,2012-03-03
				o3,Department for Results,DfR,2012-03-02,
				o4,Office of Ends,OE,,2009-01-01
				""");
		write("organisation_link.csv", """
				id,predecessor_organisation_id,successor_organisation_id,type,link_start_date,link_end_date
				l1,o1,o2,Name change,2008-05-01,2008-05-02
				l2,o2,o3,Merger,2012-03-02,2012-03-03
				l2,o4,o3,Merger,2012-03-02,2012-03-03
				l3,o2,o4,Transfer of functions: equalities,2008-09-01,2008-09-01
				l4,o1,o9,Demerger,2002-01-01,2002-01-01
				l5,o4,o3,Conquest,2002-01-01,2002-01-01
				""");
		write("post.csv", """
				id,id_ifg_website,organisation_id,name,display_name,rank_equivalence,rank_equivalence_value
				r1,,o1,Secretary of State for Tests,Secretary of State for Tests,SoS,3
				r2,,o3,Minister of State,"Minister of State, DfR",MoS,4
				r3,,o9,Minister for Nowhere,Minister for Nowhere,MoS,4
				""");
		write("appointment.csv", """
				id,person_id,post_id,start_date,end_date
				a1,p1,r1,2001-02-03,2005-04-05
				a2,p2,r2,2012-03-01,
				a3,p2,r1,2009-01-01,2008-01-01
				a4,p1,r3,2001-02-03,2005-04-05
				a5,p1,r1,1999-01-01,1999-12-31
				a6,p2,r1,2005-04-05,2007-01-01
				""");
		write("appointment_characteristics.csv", """
				id,appointment_id,cabinet_status,is_acting,is_on_leave,leave_reason,start_date,end_date
				c1,a1,Full cabinet,False,False,,2001-02-03,2003-01-01
				c2,a1,Full cabinet,False,True,Maternity leave,2003-01-01,2003-07-01
				c3,a1,Full cabinet,False,False,,2003-07-01,2005-04-05
				c4,a2,Non-cabinet,True,False,,2012-03-01,
				c5,a3,Non-cabinet,False,False,,2009-01-01,2008-01-01
				c6,a6,Full cabinet,True,False,,2005-04-05,2006-01-01
				c7,a6,Full cabinet,False,False,,2006-01-01,2007-01-01
				""");
		write("event.csv", """
				id,name,type,date
				e1,2005 general election,General election,2005-05-05
				""");
	}

	@Test
	void everythingThatWasReadIsTakenOrKeptOutWithAReason() {
		assertThat(convert().isValid().summary()).startsWith("Read 3 rows of person.csv: took 3, kept out 0",
				"Read 4 rows of organisation.csv: took 4, kept out 0",
				"    changed 1: its date is widened, a post in it having been held some days beyond",
				"Read 6 rows of organisation_link.csv: took 4, kept out 2", "    kept out 1: its type is not known",
				"    kept out 1: one of its organisations is not taken", "Read 3 rows of post.csv: took 2, kept out 1",
				"    kept out 1: it has no id, no name or no organisation that is taken",
				"Read 7 rows of appointment_characteristics.csv: took 5, kept out 2",
				"    kept out 1: a leave does not end a tenure, and its reason is private",
				"    kept out 1: its appointment is not taken", "Read 6 rows of appointment.csv: took 3, kept out 3",
				"    kept out 1: it ends before it starts", "    kept out 1: its organisation did not exist then",
				"    kept out 1: its person or its post is not taken", "Read 1 rows of event.csv: took 1, kept out 0");
		assertThat(convert().list())
			.contains("appointment.csv:4: kept out: it ends before it starts: a3 from 2009-01-01 to 2008-01-01\n");
	}

	@Test
	void aPersonHasTheLastNameAndTheDatedOnesBesideIt() {
		Converted converted = convert();
		assertThat(converted.row("people", "id", "ifg-p1")).containsEntry("name", "Lady Able of Wold")
			.containsEntry("sort_name", "Able of Wold, Lady")
			.containsEntry("slug", "lady-able-of-wold");
		assertThat(converted.cells("names", "subject_type", "name", "kind", "start_date", "end_date", "state"))
			.contains("Person|Ann Able|FORMER||2010-06-01|ENDED", "Person|Lady Able of Wold|OTHER|2010-06-01||ONGOING");
		assertThat(converted.cells("identifiers", "subject_id", "scheme", "identifier_value"))
			.containsExactlyInAnyOrder("ifg-p1|ifg-ministers|p1", "ifg-p1|parliament|17", "ifg-p1|ifg-website|3",
					"ifg-p2|ifg-ministers|p2");
	}

	@Test
	void aLeaveDoesNotEndATenure() {
		assertThat(convert().cells("appointments", "id", "capacity", "start_date", "end_date", "state"))
			.contains("ifg-a1|SUBSTANTIVE|2001-02-03|2005-04-05|ENDED");
	}

	@Test
	void anActingSpanIsACapacityAndThePartAfterItAnAppointmentOfItsOwn() {
		assertThat(convert().cells("appointments", "id", "capacity", "start_date", "end_date", "state")).contains(
				"ifg-a2|ACTING|2012-03-01||ONGOING", "ifg-a6|ACTING|2005-04-05|2006-01-01|ENDED",
				"ifg-a6-c7|SUBSTANTIVE|2006-01-01|2007-01-01|ENDED");
	}

	@Test
	void whoIsInPostIsShownSoOnTheDayOfTheFileAndOnNoDayIfThatIsNotKnown() {
		assertThat(convert().cells("observations", "appointment_id", "shows", "observed_on"))
			.containsExactly("ifg-a2|IN_POST|2026-06-19");
		assertThat(
				Converted.from(Conversion.Format.IFG, this.from, this.temporary, null).isValid().rows("observations"))
			.isEmpty();
	}

	@Test
	void aChangeOfNameKeepsTheOrganisation() {
		Converted converted = convert();
		assertThat(converted.row("organisations", "id", "ifg-o1")).containsEntry("name", "Department for Trials")
			.containsEntry("founded_date", "2001-01-01")
			.containsEntry("dissolved_date", "2012-03-03");
		assertThat(converted.cells("names", "subject_id", "name", "kind", "end_date"))
			.contains("ifg-o1|Department of Tests|FORMER|2008-05-01", "ifg-o1|DoT|SHORT|2008-05-01");
		assertThat(converted.cells("redirects", "record_type", "old_value", "target_id"))
			.containsExactly("Organisation|ifg-o2|ifg-o1");
		assertThat(converted.row("roles", "id", "ifg-r1")).containsEntry("organisation_id", "ifg-o1")
			.containsEntry("slug", "department-of-tests-secretary-of-state-for-tests");
	}

	@Test
	void linksBecomeChangesOfAllTheBodiesThatTookPart() {
		Converted converted = convert();
		assertThat(converted.cells("organisation_changes", "kind", "operational_on", "note")).containsExactlyInAnyOrder(
				"RENAMED|[2008-05-01..2008-05-02]|", "MERGED|[2012-03-02..2012-03-03]|",
				"FUNCTIONS_TRANSFERRED|2008-09-01|Only the functions for equalities.");
		String merger = converted.row("organisation_changes", "kind", "MERGED").get("id");
		assertThat(converted.cells("organisation_change_parts", "change_id", "side", "organisation_id"))
			.contains(merger + "|FROM|ifg-o1", merger + "|FROM|ifg-o4", merger + "|TO|ifg-o3");
		String renaming = converted.row("organisation_changes", "kind", "RENAMED").get("id");
		assertThat(converted.cells("organisation_change_parts", "change_id", "side", "organisation_id"))
			.contains(renaming + "|TO|ifg-o1")
			.doesNotContain(renaming + "|FROM|ifg-o1");
	}

	@Test
	void aDepartmentLivesAsLongAsItsPostsAreHeldUpToAMonth() {
		Converted converted = convert();
		assertThat(converted.row("organisations", "id", "ifg-o3")).containsEntry("founded_date",
				"[2012-03-01..2012-03-02]");
		assertThat(converted.cells("claims", "subject_id", "field", "claimed_value", "basis", "standing"))
			.containsExactly("ifg-o3|founded_date|[2012-03-01..2012-03-02]|INFERRED|ACCEPTED",
					"ifg-o3|founded_date|2012-03-02|STATED|SUPERSEDED");
	}

	@Test
	void aNameChangeOfABodyThatWentOnIsOneBetweenTwoBodies() throws IOException {
		write("organisation_link.csv", """
				id,predecessor_organisation_id,successor_organisation_id,type,link_start_date,link_end_date
				l1,o2,o3,Name change,2009-05-01,2009-05-02
				""");
		Converted converted = convert().isValid();
		assertThat(converted.rows("redirects")).isEmpty();
		assertThat(converted.cells("organisation_change_parts", "side", "organisation_id"))
			.containsExactly("FROM|ifg-o2", "TO|ifg-o3");
	}

	@Test
	void keysAreTheDatabasesOwnSoThatANewerFileKeepsThem() throws IOException {
		List<String> before = convert().cells("appointments", "id");
		write("person.csv",
				Files.readString(this.from.resolve("person.csv")) + "p0,,,Bo Bold,Bo Bold,Bo Bold,Bold,M,,\n");
		Converted after = convert().isValid();
		assertThat(after.cells("appointments", "id")).isEqualTo(before);
		assertThat(after.cells("people", "id", "slug")).contains("ifg-p2|bo-bold-p2", "ifg-p0|bo-bold-p0");
	}

	@Test
	void aDirectoryOfSomethingElseIsRefused() throws IOException {
		Files.delete(this.from.resolve("post.csv"));
		assertThatExceptionOfType(ConversionException.class).isThrownBy(this::convert)
			.withMessageContaining("has no file post.csv; name the directory");
		write("post.csv", "number,title\n");
		assertThatExceptionOfType(ConversionException.class).isThrownBy(this::convert)
			.withMessageContaining("has no column id; its first line must name its columns");
		write("post.csv", "id,organisation_id,name\n\"broken,o1,x\n");
		assertThatExceptionOfType(ConversionException.class).isThrownBy(this::convert)
			.withMessageContaining("post.csv is no CSV file");
		Files.write(this.from.resolve("post.csv"), new byte[] { 'i', 'd', (byte) 0xE9, '\n' });
		assertThatExceptionOfType(ConversionException.class).isThrownBy(this::convert)
			.withMessageContaining("post.csv is not UTF-8");
		Path directory = this.temporary.resolve("nothing");
		assertThatExceptionOfType(ConversionException.class)
			.isThrownBy(() -> Conversion.convert(Conversion.Format.IFG, this.from, directory, null, (line) -> {
			}));
		assertThat(directory).as("what was written before").isEmptyDirectory();
	}

	private Converted convert() {
		return Converted.from(Conversion.Format.IFG, this.from, this.temporary, "2026-06-19");
	}

	private void write(String file, String content) throws IOException {
		Files.writeString(this.from.resolve(file), content);
	}

}

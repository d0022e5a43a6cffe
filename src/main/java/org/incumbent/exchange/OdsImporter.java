package org.incumbent.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.incumbent.organisation.OrganisationKind;
import org.incumbent.time.PeriodState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the files of the NHS Organisation Data Service, which have no header: those with
 * 27 columns hold organisations, those with 6 which organisation belonged to which.
 */
final class OdsImporter implements Importer {

	private static final String ABOUT = "https://digital.nhs.uk/services/organisation-data-service";

	private static final PackageDescription DESCRIPTION = new PackageDescription("ods-organisations",
			"Organisations of the NHS, from files of the NHS Organisation Data Service",
			"NHS organisations with their codes and the dates of both, and which belonged to which and when. "
					+ "Contains information from NHS England, licensed under the current version of the Open Government Licence.",
			new PackageDescription.Licence("OGL-UK-3.0",
					"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
					"Open Government Licence v3.0"),
			List.of(new PackageDescription.Credit("NHS England, Organisation Data Service", ABOUT)));

	private static final int ORGANISATION_CELLS = 27;

	private static final int MEMBERSHIP_CELLS = 6;

	private static final int CODE = 0;

	private static final int NAME = 1;

	private static final int GROUPING = 2;

	private static final int GEOGRAPHY = 3;

	private static final int OPENED = 10;

	private static final int CLOSED = 11;

	private static final int STATUS = 12;

	private static final int COMMISSIONER = 14;

	private static final int JOINED = 15;

	private static final int LEFT = 16;

	/** The places of addresses, telephone numbers and codes without a meaning here. */
	private static final Map<Integer, String> LEFT_OUT = new TreeMap<>(Map.of(4, "address line 1", 5, "address line 2",
			6, "address line 3", 7, "address line 4", 8, "address line 5", 9, "postcode", 13, "sub-type", 17,
			"telephone number", 25, "prescribing setting"));

	private final PackageWriter out;

	private final Account account;

	private final FileDay day;

	private final Set<String> codes = new HashSet<>();

	private final Set<String> written = new HashSet<>();

	/** For each member and whole, the starts that a membership file gives. */
	private final Map<String, Set<String>> memberships = new HashMap<>();

	OdsImporter(PackageWriter out, Account account, FileDay day) {
		this.out = out;
		this.account = account;
		this.day = day;
	}

	@Override
	public ObjectNode read(Path from, Consumer<String> progress) {
		List<Path> organisations = files(from, ORGANISATION_CELLS);
		List<Path> memberships = files(from, MEMBERSHIP_CELLS);
		if (organisations.isEmpty()) {
			throw new ConversionException(from
					+ " has no CSV file of organisations such as etr.csv: one without a header, whose rows have 27 cells");
		}
		organisations.forEach((file) -> CsvRows.readWithoutHeader(file, this::index));
		for (Path file : memberships) {
			progress.accept("Reading " + file.getFileName());
			source(file, "Which organisation belonged to which and when");
			CsvRows.readWithoutHeader(file, (row) -> membership(file, row));
		}
		for (Path file : organisations) {
			progress.accept("Reading " + file.getFileName());
			source(file, "Organisations with their codes");
			CsvRows.readWithoutHeader(file, (row) -> organisation(file, row));
		}
		return DESCRIPTION.descriptor(this.day.latest());
	}

	/**
	 * Remembers which organisations there will be, so that links to others are noticed.
	 */
	private void index(CsvRows.Row row) {
		if (whatIsWrong(row) == null) {
			this.codes.add(row.cell(CODE));
		}
	}

	private static @Nullable String whatIsWrong(CsvRows.Row row) {
		String wrong = whatIsWrong(row, ORGANISATION_CELLS, ForeignText.compactDate(row.cell(OPENED)),
				ForeignText.compactDate(row.cell(CLOSED)), OPENED, CLOSED);
		boolean nameless = row.cell(CODE).isEmpty() || row.cell(NAME).isEmpty();
		return (wrong == null && nameless) ? "it has no code or no name" : wrong;
	}

	private static List<Path> files(Path directory, int cells) {
		try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.of(directory)) {
			return files.filter((file) -> name(file).endsWith(".csv"))
				.filter((file) -> CsvRows.width(file) == cells)
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

	private static String table(Path file) {
		return name(file).substring(0, name(file).length() - ".csv".length());
	}

	private static String sourceKey(Path file) {
		return Keys.of("ods-" + Keys.slug(table(file)));
	}

	private void source(Path file, String content) {
		String key = sourceKey(file);
		this.out.add("sources", name(file), "id", key, "slug", key, "name",
				"[NHS Organisation Data Service: " + name(file) + ". " + content + "]", "kind", "DATASET",
				"published_on", (this.day.published() != null) ? this.day.published().toString() : "", "url", ABOUT);
	}

	private void organisation(Path file, CsvRows.Row row) {
		String kind = "rows of " + name(file);
		this.account.read(kind);
		String code = row.cell(CODE);
		String opened = ForeignText.compactDate(row.cell(OPENED));
		String closed = ForeignText.compactDate(row.cell(CLOSED));
		String wrong = whatIsWrong(row);
		if (wrong == null && !this.written.add(code)) {
			wrong = "an earlier row has its code";
		}
		if (wrong != null) {
			this.account.keptOut(kind, row.origin(), wrong, code + " " + row.cell(OPENED) + " " + row.cell(CLOSED));
			return;
		}
		this.account.taken(kind);
		LEFT_OUT.forEach((place, field) -> leftOut(row, place, name(file) + " " + field));
		String key = key(code);
		Place place = new Place(sourceKey(file), ForeignText.rowLocator(table(file) + "/" + code), row.origin());
		Span span = row.cell(STATUS).equals("P") ? new Span(opened, null, PeriodState.PLANNED, closed)
				: Span.of(opened, closed, PeriodState.ONGOING, this.day.latest());
		String name = CapitalNames.of(row.cell(NAME));
		this.out.add("organisations", row.origin(), "id", key, "slug", Keys.slug(name), PackageWriter.DISTINCTION,
				Keys.slug(code), "name", name, "kind", kind(file, row).name(), "named", "true", "founded_date",
				span.start(), "dissolved_date", span.end(), "state", span.state().name());
		this.out.cite("Organisation", key, place.source(), place.locator(), row.origin());
		this.out.add("identifiers", row.origin(), "id", key + "-ods", "subject_type", "Organisation", "subject_id", key,
				"scheme", "ods", "identifier_value", code, "start_date", span.start(), "end_date", span.end(), "state",
				span.state().name(), "source_id", place.source(), "locator", place.locator());
		if (span.announcedEnd() != null) {
			announcedClosure(key, span.announcedEnd(), place);
		}
		undatedLink(file, row, GROUPING, "national groupings in " + name(file));
		undatedLink(file, row, GEOGRAPHY, "health geographies in " + name(file));
		commissioner(file, row);
	}

	private void leftOut(CsvRows.Row row, int place, String field) {
		if (!row.cell(place).isEmpty()) {
			this.account.leftOut(field);
		}
	}

	private void announcedClosure(String key, String closed, Place place) {
		this.out.add("claims", place.origin(), "id", key + "-dissolved-date-" + closed, "subject_type", "Organisation",
				"subject_id", key, "field", "dissolved_date", "claimed_value", closed, "source_id", place.source(),
				"locator", place.locator(), "basis", "ANNOUNCED", "standing", "SUPERSEDED", "note",
				"Ahead of the day of the file: announced, and nothing shows yet that it came so.");
	}

	private static OrganisationKind kind(Path file, CsvRows.Row row) {
		String name = row.cell(NAME).toUpperCase(Locale.ROOT);
		if (name.endsWith("NHS FOUNDATION TRUST")) {
			return OrganisationKind.FOUNDATION_TRUST;
		}
		if (name.endsWith("NHS TRUST")) {
			return OrganisationKind.NHS_TRUST;
		}
		return table(file).equals("eccg") ? OrganisationKind.COMMISSIONER : OrganisationKind.OTHER;
	}

	/**
	 * A link to an organisation of which the row gives the code alone.
	 */
	private void undatedLink(Path file, CsvRows.Row row, int cell, String kind) {
		String whole = row.cell(cell);
		if (!whole.isEmpty()) {
			this.account.read(kind);
			relation(kind, row, row.cell(CODE), whole, new Span(null, null, PeriodState.ONGOING, null), file);
		}
	}

	private void commissioner(Path file, CsvRows.Row row) {
		String whole = row.cell(COMMISSIONER);
		if (whole.isEmpty()) {
			return;
		}
		String kind = "commissioners in " + name(file);
		this.account.read(kind);
		String joined = ForeignText.compactDate(row.cell(JOINED));
		String left = ForeignText.compactDate(row.cell(LEFT));
		String wrong = whatIsWrong(row, ORGANISATION_CELLS, joined, left, JOINED, LEFT);
		Set<String> known = this.memberships.get(row.cell(CODE) + ">" + whole);
		if (wrong != null) {
			this.account.keptOut(kind, row.origin(), wrong, whole + " " + row.cell(JOINED) + " " + row.cell(LEFT));
		}
		else if (known == null) {
			relation(kind, row, row.cell(CODE), whole, Span.of(joined, left, PeriodState.ONGOING, this.day.latest()),
					file);
		}
		else if (joined != null && known.contains(joined)) {
			this.account.keptOut(kind, row.origin(), "a membership file gives the same", whole);
		}
		else {
			this.account.keptOut(kind, row.origin(), "a membership file gives another start for it, which is taken",
					whole + " " + joined + ", not " + String.join(", ", known));
		}
	}

	private void membership(Path file, CsvRows.Row row) {
		String kind = "rows of " + name(file);
		this.account.read(kind);
		String start = ForeignText.compactDate(row.cell(3));
		String end = ForeignText.compactDate(row.cell(4));
		String wrong = whatIsWrong(row, MEMBERSHIP_CELLS, start, end, 3, 4);
		if (wrong != null) {
			this.account.keptOut(kind, row.origin(), wrong, row.cell(0) + " " + row.cell(3) + " " + row.cell(4));
			return;
		}
		this.memberships.computeIfAbsent(row.cell(0) + ">" + row.cell(1), (pair) -> new HashSet<>(1))
			.add(String.valueOf(start));
		relation(kind, row, row.cell(0), row.cell(1), Span.of(start, end, PeriodState.ONGOING, this.day.latest()),
				file);
	}

	private void relation(String kind, CsvRows.Row row, String part, String whole, Span span, Path file) {
		if (!this.codes.contains(part)) {
			this.account.keptOut(kind, row.origin(), "the organisation itself is in none of the files", part);
			return;
		}
		if (!this.codes.contains(whole)) {
			this.account.keptOut(kind, row.origin(), "the organisation above it is in none of the files", whole);
			return;
		}
		this.account.taken(kind);
		boolean shown = span.state() == PeriodState.ONGOING && this.day.published() != null;
		String id = key(part) + "-member-of-" + Keys.slug(whole) + ((span.start() != null) ? "-" + span.start() : "");
		this.out.add("organisation_relations", row.origin(), "id", id, "kind", "MEMBER_OF", "organisation_id",
				key(part), "related_id", key(whole), "start_date", span.start(), "end_date", span.end(), "state",
				span.state().name(), "observed_on", shown ? String.valueOf(this.day.published()) : "", "source_id",
				sourceKey(file), "locator", ForeignText.rowLocator(table(file) + "/" + part));
	}

	private static @Nullable String whatIsWrong(CsvRows.Row row, int cells, @Nullable String start,
			@Nullable String end, int startCell, int endCell) {
		if (row.cells().size() != cells) {
			return "it has not " + cells + " cells";
		}
		if ((start == null && !row.cell(startCell).isEmpty()) || (end == null && !row.cell(endCell).isEmpty())) {
			return "a date is no day of the calendar";
		}
		return Span.isReversed(start, end) ? "it ends before it starts" : null;
	}

	private static String key(String code) {
		return Keys.of("ods-" + code.toLowerCase(Locale.ROOT));
	}

}

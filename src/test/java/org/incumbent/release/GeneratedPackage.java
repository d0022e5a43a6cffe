package org.incumbent.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A valid data package of any size, the same for the same sizes: people who follow each
 * other in the posts of bodies, told as sources tell it, with dates that are sure only to
 * the month or the year, and what they said. All of it is invented.
 * <p>
 * As everything follows from the numbers of the records, nothing is kept in memory.
 */
public final class GeneratedPackage {

	private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

	private static final int DAYS = 25 * 365;

	private static final int ROLES_OF_A_BODY = 3;

	private static final int QUOTES_OF_A_SOURCE = 10;

	private static final String[] TITLES = { "Chief executive", "Chair", "Medical director" };

	private static final String[] ROLE_KINDS = { "CHIEF_EXECUTIVE", "CHAIR", "MEDICAL_DIRECTOR" };

	private static final String[] PLACES = { "Ashby", "Brookfield", "Carlow", "Denham", "Eastmoor", "Farley",
			"Glenside", "Harrow Vale", "Inglewood", "Kingsmere", "Langford", "Millbrook", "Northgate", "Oakhurst",
			"Penhallow", "Queensway", "Riverside", "Stonebridge", "Thornbury", "Westhaven" };

	private static final String[] BODIES = { "FOUNDATION_TRUST", "NHS_TRUST", "COMMISSIONER", "REGULATOR",
			"PUBLISHER" };

	private static final String[] BODY_NAMES = { "Foundation Trust", "Trust", "Commissioners", "Regulator", "Gazette" };

	private static final String[] FIRST_NAMES = { "Ada", "Bram", "Cleo", "Dara", "Edwin", "Freya", "Giles", "Hana",
			"Idris", "Jonas", "Keira", "Lowell", "Mabel", "Nadia", "Orla", "Piers", "Quentin", "Rosa", "Silas",
			"Tamsin" };

	private static final String[] LAST_NAMES = { "Abbot", "Birch", "Crane", "Dunlop", "Eames", "Fairfax", "Garrow",
			"Hollis", "Ibbot", "Jarrold", "Keswick", "Lorimer", "Marlow", "Norris", "Ogden", "Pomfret", "Quill",
			"Rusden", "Selwyn", "Tarrant" };

	/** The more common a word, the further ahead. */
	private static final String[] WORDS = ("the of to and we in that is it for our a will are this on have be with as not "
			+ "people care by from more at health they staff all need patients but what has must so been who can services "
			+ "work now there trust time do local change was their which board when those one nation plan better years make "
			+ "new hospital many money where up no every long leaders how than only system day support community public "
			+ "first waiting each safe team review still after before doctors nurses demand report winter budget between "
			+ "region quality mental decision future pressure training beds clinics winterproof reform targets delay repair "
			+ "equipment inspection maternity ambulance referral workforce recruitment retention deficit surplus merger "
			+ "pathway discharge theatre screening vaccine pharmacy dentist outpatients digital records oversight candour "
			+ "whistleblower accountability transparency resilience procurement estates governance assurance")
		.split(" ");

	private final int people;

	private final int organisations;

	private final int appointments;

	private final int quotes;

	private final int events;

	private final int roles;

	private final int sources;

	/** How many people follow each other in a role. */
	private final int holders;

	/**
	 * A package of some size.
	 * @param people at least 10
	 * @param organisations at least 10
	 */
	public GeneratedPackage(int people, int organisations, int appointments, int quotes, int events) {
		this.people = people;
		this.organisations = organisations;
		this.appointments = appointments;
		this.quotes = quotes;
		this.events = events;
		this.roles = organisations * ROLES_OF_A_BODY;
		this.sources = Math.max(20, quotes / QUOTES_OF_A_SOURCE);
		this.holders = Math.max(1, (appointments + this.roles - 1) / this.roles);
	}

	/**
	 * Writes a package. The arguments are its directory and how many people,
	 * organisations, appointments, quotes and events it is to have.
	 */
	public static void main(String... arguments) {
		if (arguments.length != 6) {
			throw new IllegalArgumentException(
					"Name a directory and the numbers of people, organisations, appointments, " + "quotes and events");
		}
		int[] sizes = new int[5];
		for (int i = 0; i < sizes.length; i++) {
			sizes[i] = Integer.parseInt(arguments[i + 1]);
		}
		new GeneratedPackage(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]).writeTo(Path.of(arguments[0]));
	}

	/**
	 * Writes all files of the package into a directory, which is made if it is not there.
	 */
	public void writeTo(Path directory) {
		try {
			Files.createDirectories(directory);
			Path descriptor = directory.resolve(PackageFormat.DESCRIPTOR);
			try (InputStream input = Objects
				.requireNonNull(GeneratedPackage.class.getResourceAsStream("/data/datapackage.json"))) {
				Files.write(descriptor, input.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		for (TableFormat table : PackageFormat.ofApplication().tables()) {
			write(directory, table);
		}
	}

	private void write(Path directory, TableFormat table) {
		try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(table.file()))) {
			file.write(String.join(",", table.columnNames()) + "\n");
			rows(table.name(), (cells) -> {
				try {
					file.write(line(cells));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(@Nullable Object[] cells) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < cells.length; i++) {
			String cell = (cells[i] != null) ? String.valueOf(cells[i]) : "";
			boolean enclosed = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
			line.append((i > 0) ? "," : "").append(enclosed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
		}
		return line.append('\n').toString();
	}

	private void rows(String table, Consumer<@Nullable Object[]> out) {
		switch (table) {
			case "sources" -> each(this.sources, (number) -> out.accept(source(number)));
			case "organisations" -> each(this.organisations, (number) -> out.accept(organisation(number)));
			case "people" -> each(this.people, (number) -> out.accept(person(number)));
			case "names" -> each(this.people / 20,
					(number) -> out.accept(row(id("name", number), "Person", id("person", number * 20),
							name(number * 20 + 7), "FORMER", null, null, null, "UNKNOWN", cited(number), "p1")));
			case "identifiers" ->
				each(this.organisations, (number) -> out.accept(row(id("code", number), "Organisation",
						id("org", number), "ods", "X" + number, null, null, "UNKNOWN", null, cited(number), "table")));
			case "organisation_relations" -> each(this.organisations, (number) -> relation(number, out));
			case "organisation_changes" -> each(this.organisations / 20, (number) -> out
				.accept(row(id("change", number), "CREATED", null, null, "1999-" + two(1 + number % 12), null, null)));
			case "organisation_change_parts" -> each(this.organisations / 20,
					(number) -> out.accept(row(id("change", number), "TO", id("org", number * 20))));
			case "roles" -> each(this.roles, (number) -> out.accept(role(number)));
			case "role_organisations" -> each(this.roles / 100, (number) -> out.accept(row(id("role", number * 100),
					id("org", (number * 100 / ROLES_OF_A_BODY + 1) % this.organisations), cited(number), "p2")));
			case "reporting_lines" -> each(this.organisations,
					(number) -> out.accept(row(id("line", number), id("role", number * ROLES_OF_A_BODY + 2),
							id("role", number * ROLES_OF_A_BODY), null, null, "UNKNOWN", "2012-03", cited(number),
							"p3")));
			case "appointments" -> each(this.appointments, (number) -> out.accept(appointment(number)));
			case "observations" -> each(this.appointments, (number) -> observations(number, out));
			case "events" -> each(this.events, (number) -> out.accept(event(number)));
			case "event_responses" -> each(this.events / 50,
					(number) -> out.accept(row(id("event", number * 50 + 1), id("event", number * 50))));
			case "participations" -> each(this.events, (number) -> participations(number, out));
			case "participation_appointments" -> each(this.events / 2,
					(number) -> out.accept(row(id("part", number * 2) + "-who", id("post", postAtEvent(number * 2)))));
			case "quotes" -> each(this.quotes, (number) -> out.accept(quote(number)));
			case "quote_roles" -> each(this.quotes, (number) -> {
				if (number % 20 < 13) {
					out.accept(row(id("quote", number), id("post", postOfSpeaker(number))));
				}
			});
			case "quote_targets" -> each(this.quotes, (number) -> targets(number, out));
			case "quote_subjects" -> each(this.quotes, (number) -> subjects(number, out));
			case "topics" -> each(50, (number) -> out
				.accept(row(id("topic", number), id("topic", number), words(random(90, number), 2), null)));
			case "topic_subjects" -> each(this.quotes / 10,
					(number) -> out.accept(row(id("topic", number % 50), "Quote", id("quote", number * 10))));
			case "citations" -> citations(out);
			case "claims" -> each(this.appointments / 100, (number) -> claims(number * 100, out));
			case "redirects" -> each(this.people / 100, (number) -> out.accept(
					row("Person", "ID", id("once", number), id("person", number * 100), "One person, two records.")));
			default -> {
				// The remaining tables may be empty.
			}
		}
	}

	private @Nullable Object[] source(int number) {
		int publisher = BODIES.length - 1 + number % (this.organisations / BODIES.length) * BODIES.length;
		LocalDate day = publication(number);
		return row(id("source", number), id("source", number), sentence(random(1, number)), "NEWS_ARTICLE",
				id("org", publisher % this.organisations), name(number % 1000), (number % 9 == 0) ? month(day) : day,
				"https://example.org/" + number, null, null);
	}

	private LocalDate publication(int source) {
		return FIRST_DAY.plusDays((long) source * DAYS / this.sources);
	}

	/** The source that a record is cited from. */
	private String cited(int number) {
		return id("source", (int) ((number * 2654435761L & 0x7FFFFFFF) % this.sources));
	}

	private @Nullable Object[] organisation(int number) {
		boolean over = number % 20 == 3;
		int year = 1948 + number % 50;
		Object founded = switch (number % 4) {
			case 0 -> year;
			case 1 -> year + "-0" + (1 + number % 9);
			case 2 -> year + "~";
			default -> null;
		};
		return row(id("org", number), id("org", number), body(number), null, BODIES[number % BODIES.length], true,
				(number % 3 == 0) ? sentence(random(2, number)) : null, founded, over ? "2025-03-31" : null,
				over ? "ENDED" : "ONGOING");
	}

	private static String body(int number) {
		return PLACES[number % PLACES.length] + " " + BODY_NAMES[number % BODIES.length] + " "
				+ (number / PLACES.length + 1);
	}

	private void relation(int number, Consumer<@Nullable Object[]> out) {
		if (number >= 3 && number % 3 == 0) {
			out.accept(row(id("relation", number), (number % 2 == 0) ? "PART_OF" : "MEMBER_OF", id("org", number),
					id("org", number / 10), null, null, "UNKNOWN", 2000 + number % 20, cited(number), "p4"));
		}
	}

	private @Nullable Object[] person(int number) {
		String name = name(number);
		int blank = name.indexOf(' ');
		return row(id("person", number), id("person", number), name, (number % 50 == 0) ? "Dame" : null,
				name.substring(blank + 1) + ", " + name.substring(0, blank),
				(number % 10 == 0) ? sentence(random(3, number)) : null);
	}

	private static String name(int number) {
		int first = number % FIRST_NAMES.length;
		int last = number / FIRST_NAMES.length % LAST_NAMES.length;
		int middle = number / (FIRST_NAMES.length * LAST_NAMES.length);
		return FIRST_NAMES[first] + ((middle > 0) ? " " + (char) ('A' + middle % 26) + ". " : " ") + LAST_NAMES[last];
	}

	private @Nullable Object[] role(int number) {
		int kind = number % ROLES_OF_A_BODY;
		return row(id("role", number), id("role", number), TITLES[kind], ROLE_KINDS[kind],
				id("org", number / ROLES_OF_A_BODY), (kind < 2) ? 1 : null, null, null, null, "UNKNOWN");
	}

	private int roleOf(int post) {
		return post / this.holders;
	}

	private int slotOf(int post) {
		return post % this.holders;
	}

	/** Nobody is in two posts for long, while there are as many people as roles. */
	private int personOf(int post) {
		return (int) ((roleOf(post) + slotOf(post) * 7919L) % this.people);
	}

	/** The first day of a holder, and the last one of the holder before. */
	private LocalDate start(int role, int slot) {
		return FIRST_DAY.plusDays((long) slot * DAYS / this.holders + role % 15);
	}

	private LocalDate start(int post) {
		return start(roleOf(post), slotOf(post));
	}

	private @Nullable LocalDate end(int post) {
		return (slotOf(post) + 1 < this.holders) ? start(roleOf(post), slotOf(post) + 1) : null;
	}

	private @Nullable String startAsStated(int post) {
		return (post % 40 == 39) ? null : stated(start(post), post);
	}

	private @Nullable String endAsStated(int post) {
		LocalDate end = end(post);
		return (end == null || post % 25 == 24) ? null : stated(end, post + 3);
	}

	/** The day as sure as a source is. */
	private static String stated(LocalDate day, int number) {
		return switch (number % 20) {
			case 0, 1, 2 -> month(day);
			case 3 -> String.valueOf(day.getYear());
			case 4 -> month(day) + "~";
			case 5 -> "[" + month(day) + ".." + month(day.plusMonths(2)) + "]";
			default -> day.toString();
		};
	}

	private @Nullable Object[] appointment(int post) {
		String end = endAsStated(post);
		String state = (end(post) == null) ? "ONGOING" : (end != null) ? "ENDED" : "ENDED_DATE_UNKNOWN";
		String capacity = switch (post % 12) {
			case 5 -> "INTERIM";
			case 9 -> "ACTING";
			default -> "SUBSTANTIVE";
		};
		return row(id("post", post), id("person", personOf(post)), id("role", roleOf(post)), capacity,
				startAsStated(post), end, state, null, null, null, null, null, null, careerPredecessor(post), null,
				(post % 20 == 7 && slotOf(post) > 0) ? id("post", post - 1) : null);
	}

	/**
	 * The post of the same person in the slot before, for some of those who had left it
	 * by then.
	 */
	private @Nullable String careerPredecessor(int post) {
		int slot = slotOf(post) - 1;
		long role = Math.floorMod(personOf(post) - slot * 7919L, (long) this.people);
		if (post % 10 != 1 || slot < 0 || role >= this.roles) {
			return null;
		}
		int before = (int) role * this.holders + slot;
		LocalDate left = (before < this.appointments) ? end(before) : null;
		return (left != null && !left.isAfter(start(post))) ? id("post", before) : null;
	}

	private void observations(int post, Consumer<@Nullable Object[]> out) {
		LocalDate end = end(post);
		if (post % 5 == 2) {
			LocalDate day = start(post).plusDays(40);
			boolean during = end == null || day.isBefore(end);
			out.accept(row(id("seen", post) + "-in-post", id("post", post), null, "IN_POST",
					during ? ((post % 2 == 0) ? day : month(day)) : start(post), cited(post), "p1"));
		}
		if (post % 25 == 24 && end != null) {
			out.accept(row(id("seen", post) + "-over", id("post", post), null, "OVER", end.plusDays(90), cited(post),
					"p2"));
		}
	}

	private @Nullable Object[] event(int number) {
		SplittableRandom random = random(4, number);
		return row(id("event", number), id("event", number), sentence(random), "ANNOUNCEMENT",
				stated(eventDay(number), number), null, (number % 2 == 0) ? sentence(random) : null,
				(number % 4 == 3) ? id("event", number / 4) : null);
	}

	private LocalDate eventDay(int number) {
		return FIRST_DAY.plusDays((number * 7L) % DAYS);
	}

	private int postAtEvent(int event) {
		return (int) (event * 31L % this.appointments);
	}

	private void participations(int event, Consumer<@Nullable Object[]> out) {
		if (event % 3 == 0) {
			out.accept(row(id("part", event) + "-body", id("event", event), null, id("org", event % this.organisations),
					"ORGANISER", null));
		}
		out.accept(row(id("part", event) + "-who", id("event", event), id("person", personOf(postAtEvent(event))), null,
				"SPEAKER", null));
	}

	private int sourceOf(int quote) {
		return quote / QUOTES_OF_A_SOURCE % this.sources;
	}

	/** A post that somebody held when the source was published. */
	private int postOfSpeaker(int quote) {
		LocalDate day = publication(sourceOf(quote));
		int role = (int) (random(5, quote).nextInt(this.roles) & 0x7FFFFFFFL);
		int slot = this.holders - 1;
		while (slot > 0 && start(role, slot).isAfter(day)) {
			slot--;
		}
		return Math.min(role * this.holders + slot, this.appointments - 1);
	}

	private @Nullable Object[] quote(int number) {
		SplittableRandom random = random(6, number);
		int source = sourceOf(number);
		int post = postOfSpeaker(number);
		int role = roleOf(post);
		boolean reported = number % 4 == 3;
		String speaker = (number % 20 < 14) ? id("person", personOf(post)) : null;
		String organisation = (number % 20 >= 14 && number % 20 < 18) ? id("org", role / ROLES_OF_A_BODY) : null;
		String attribution = (number % 20 < 13) ? TITLES[role % ROLES_OF_A_BODY] + " of " + body(role / ROLES_OF_A_BODY)
				: "who has looked into it";
		return row(id("quote", number), id("source", source), number % QUOTES_OF_A_SOURCE + 1,
				"p" + (2 + number % QUOTES_OF_A_SOURCE * 2),
				reported ? "REPORTED" : (number % 8 == 1) ? "FRAGMENT" : "DIRECT", reported ? null : statement(random),
				reported ? sentence(random) : null, attribution, speaker, organisation,
				(speaker == null && organisation == null) ? "a spokesperson" : null,
				(number % 5 == 4) ? null : (source % 9 == 0) ? month(publication(source)) : publication(source),
				"STATEMENT", (number % 7 == 0) ? id("event", number % this.events) : null);
	}

	private void targets(int quote, Consumer<@Nullable Object[]> out) {
		if (quote % 3 == 0) {
			out.accept(row(id("quote", quote), "Event", id("event", quote % this.events)));
		}
		if (quote % 10 == 9) {
			out.accept(row(id("quote", quote), "Quote", id("quote", quote - 1)));
		}
	}

	private void subjects(int quote, Consumer<@Nullable Object[]> out) {
		SplittableRandom random = random(7, quote);
		out.accept(row(id("quote", quote), "Organisation", id("org", random.nextInt(this.organisations))));
		if (quote % 2 == 0) {
			out.accept(row(id("quote", quote), "Person", id("person", random.nextInt(this.people))));
		}
	}

	private void citations(Consumer<@Nullable Object[]> out) {
		citations("Person", "person", this.people, "", out);
		citations("Organisation", "org", this.organisations, "", out);
		citations("OrganisationChange", "change", this.organisations / 20, "", out);
		citations("Role", "role", this.roles, "", out);
		citations("Appointment", "post", this.appointments, "", out);
		citations("Event", "event", this.events, "", out);
		citations("Participation", "part", this.events, "-who", out);
		each((this.events + 2) / 3, (number) -> out.accept(row(id("part", number * 3) + "-body-cited", "Participation",
				id("part", number * 3) + "-body", cited(number), "p3")));
	}

	private void citations(String type, String prefix, int count, String suffix, Consumer<@Nullable Object[]> out) {
		each(count, (number) -> {
			String id = id(prefix, number) + suffix;
			out.accept(row(id + "-cited", type, id, cited(number), "p" + (1 + number % 30)));
			if (number % 10 == 0) {
				out.accept(row(id + "-cited-again", type, id, cited(number + 1), "title"));
			}
		});
	}

	private void claims(int post, Consumer<@Nullable Object[]> out) {
		String start = startAsStated(post);
		if (start != null) {
			out.accept(row(id("claim", post) + "-one", "Appointment", id("post", post), "start_date", start,
					cited(post), null, "p1", "STATED", "ACCEPTED", null));
			out.accept(row(id("claim", post) + "-two", "Appointment", id("post", post), "start_date",
					start(post).getYear() - 1, cited(post + 1), null, "p1", "STATED", "DISPUTED", "Written later."));
		}
	}

	/** One to three sentences, now and then in two paragraphs. */
	private static String statement(SplittableRandom random) {
		StringBuilder statement = new StringBuilder(sentence(random));
		for (int more = random.nextInt(3); more > 0; more--) {
			statement.append((random.nextInt(10) == 0) ? "\n\n" : " ").append(sentence(random));
		}
		return statement.toString();
	}

	private static String sentence(SplittableRandom random) {
		String words = words(random, 8 + random.nextInt(16));
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
	}

	/**
	 * The word at place n is about half as frequent as the one at n / 2, as in real
	 * texts.
	 */
	private static String words(SplittableRandom random, int count) {
		StringBuilder words = new StringBuilder();
		for (int word = 0; word < count; word++) {
			int place = (int) Math.pow(WORDS.length + 1.0, random.nextDouble()) - 1;
			words.append((word == 0) ? "" : (random.nextInt(12) == 0) ? ", " : " ").append(WORDS[place]);
		}
		return words.toString();
	}

	private static SplittableRandom random(int kind, int number) {
		return new SplittableRandom(kind * 1_000_000_007L + number);
	}

	private static String month(LocalDate day) {
		return day.getYear() + "-" + two(day.getMonthValue());
	}

	private static String two(int number) {
		return (number < 10) ? "0" + number : String.valueOf(number);
	}

	private static String id(String prefix, int number) {
		String digits = String.valueOf(number);
		return prefix + "-" + "0000000".substring(Math.min(7, digits.length())) + digits;
	}

	private static @Nullable Object[] row(@Nullable Object... cells) {
		return cells;
	}

	private static void each(int count, IntConsumer action) {
		for (int number = 0; number < count; number++) {
			action.accept(number);
		}
	}

}

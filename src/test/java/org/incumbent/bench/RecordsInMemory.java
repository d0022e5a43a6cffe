package org.incumbent.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.LightDataFetcher;
import org.incumbent.quote.UnnamedSpeaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers the benchmark's five queries, and no others, by graphql-java alone with the
 * same schema, over records that are all in memory and hold one another: about what
 * graphql-java itself takes.
 */
final class RecordsInMemory {

	private final JsonMapper json;

	private final GraphQL engine;

	private final Map<String, Person> people = new HashMap<>();

	private final Map<String, Person> peopleBySlug = new HashMap<>();

	private final List<Person> peopleInOrder = new ArrayList<>();

	private final Map<String, Integer> places = new HashMap<>();

	private final Map<String, Organisation> organisations = new HashMap<>();

	private final Map<String, Organisation> organisationsBySlug = new HashMap<>();

	private final List<Quote> quotes = new ArrayList<>();

	private final Map<String, List<Quote>> quotesWithWord = new ConcurrentHashMap<>();

	RecordsInMemory(DataSource data, GraphQLSchema schema, JsonMapper json) {
		this.json = json;
		load(new JdbcTemplate(data));
		Map<String, PreparsedDocumentEntry> parsed = new ConcurrentHashMap<>();
		this.engine = GraphQL.newGraphQL(schema.transformWithoutTypes((builder) -> builder.codeRegistry(code(schema))))
			.preparsedDocumentProvider((input, parse) -> CompletableFuture
				.completedFuture(parsed.computeIfAbsent(input.getQuery(), (text) -> parse.apply(input))))
			.build();
	}

	/**
	 * The answer to a request, without the extensions.
	 */
	byte[] answer(byte[] body) {
		JsonNode request = this.json.readTree(body);
		Map<String, Object> variables = new HashMap<>();
		request.get("variables")
			.forEachEntry((name, value) -> variables.put(name, value.isNull() ? null : value.asString()));
		ExecutionInput input = ExecutionInput.newExecutionInput(request.get("query").asString())
			.operationName(request.get("operationName").asString())
			.variables(variables)
			.build();
		return this.json.writeValueAsBytes(this.engine.execute(input).toSpecification());
	}

	private GraphQLCodeRegistry code(GraphQLSchema schema) {
		GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
		schema.getAllTypesAsList()
			.stream()
			.filter(GraphQLUnionType.class::isInstance)
			.forEach((type) -> code.typeResolver(type.getName(),
					(environment) -> schema.getObjectType(environment.<Object>getObject().getClass().getSimpleName())));
		Stream.of("Node", "Record")
			.filter((name) -> schema.getType(name) != null)
			.forEach((name) -> code.typeResolver(name, (environment) -> null));
		query(code, "person", (environment) -> {
			Map<String, String> by = Objects.requireNonNull(environment.getArgument("by"));
			return by.containsKey("id") ? this.people.get(key(by.get("id"))) : this.peopleBySlug.get(by.get("slug"));
		});
		query(code, "people", (environment) -> {
			String after = environment.getArgument("after");
			int from = (after == null) ? 0 : Objects.requireNonNull(this.places.get(lastPart(after))) + 1;
			return page(this.peopleInOrder.subList(from, this.peopleInOrder.size()), environment);
		});
		query(code, "organisation", (environment) -> this.organisationsBySlug
			.get(Objects.requireNonNull(environment.<Map<String, String>>getArgument("by")).get("slug")));
		query(code, "quotes", (environment) -> {
			Map<String, String> filter = Objects.requireNonNull(environment.getArgument("filter"));
			return page(this.quotesWithWord.computeIfAbsent(filter.get("text"), this::withWord), environment);
		});
		field(code, Person.class, "appointments",
				(person, environment) -> page(held(person.appointments, environment), environment));
		field(code, Person.class, "quotes", (person, environment) -> page(person.quotes, environment));
		field(code, Organisation.class, "appointments",
				(organisation, environment) -> page(held(organisation.appointments, environment), environment));
		field(code, Organisation.class, "events",
				(organisation, environment) -> page(organisation.events, environment));
		light(code, Organisation.class, "name", Organisation::name);
		light(code, Organisation.class, "slug", Organisation::slug);
		light(code, Organisation.class, "parent", Organisation::parent);
		light(code, Organisation.class, "predecessors", Organisation::predecessors);
		light(code, Person.class, "name", Person::name);
		light(code, Person.class, "slug", Person::slug);
		light(code, Person.class, "sortName", Person::sortName);
		light(code, Appointment.class, "person", Appointment::person);
		light(code, Appointment.class, "role", Appointment::role);
		light(code, Appointment.class, "organisation", Appointment::organisation);
		light(code, Appointment.class, "period", Appointment::period);
		light(code, Quote.class, "text", Quote::text);
		light(code, Quote.class, "saidOn", Quote::saidOn);
		light(code, Quote.class, "speaker", Quote::speaker);
		light(code, Quote.class, "source", Quote::source);
		light(code, Quote.class, "setting", Quote::setting);
		light(code, Source.class, "name", Source::name);
		light(code, Source.class, "publisher", Source::publisher);
		light(code, Event.class, "name", Event::name);
		light(code, Event.class, "date", Event::date);
		light(code, Event.class, "participants", Event::participants);
		return code.build();
	}

	private static void query(GraphQLCodeRegistry.Builder code, String field, DataFetcher<?> fetcher) {
		code.dataFetcher(FieldCoordinates.coordinates("Query", field), fetcher);
	}

	private static <T> void field(GraphQLCodeRegistry.Builder code, Class<T> type, String field,
			BiFunction<T, DataFetchingEnvironment, ?> fetch) {
		code.dataFetcher(FieldCoordinates.coordinates(type.getSimpleName(), field),
				(DataFetcher<?>) (environment) -> fetch.apply(type.cast(environment.getSource()), environment));
	}

	private static <T> void light(GraphQLCodeRegistry.Builder code, Class<T> type, String field,
			Function<T, @Nullable Object> fetch) {
		code.dataFetcher(FieldCoordinates.coordinates(type.getSimpleName(), field), new Light<>(type, fetch));
	}

	private static String key(@Nullable String id) {
		return new String(Base64.getUrlDecoder().decode(id), UTF_8).substring("Person:".length());
	}

	private static String lastPart(String cursor) {
		return new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\n", -1)[3];
	}

	private static <T> Page<T> page(List<T> whole, DataFetchingEnvironment environment) {
		Integer first = environment.getArgument("first");
		return new Page<>(whole.subList(0, Math.min(whole.size(), (first != null) ? first : 20)));
	}

	private static List<Appointment> held(List<Appointment> whole, DataFetchingEnvironment environment) {
		LocalDate day = environment.getArgument("asOf");
		return (day == null) ? whole : whole.stream().filter((appointment) -> appointment.isHeldOn(day)).toList();
	}

	private List<Quote> withWord(String word) {
		return this.quotes.stream().filter((quote) -> quote.folded.contains(word)).toList();
	}

	private void load(JdbcTemplate jdbc) {
		jdbc.query("select id, name, slug, sort_name from people order by name_sort, id",
				(RowCallbackHandler) (row) -> {
					Person person = new Person(row.getString(2), row.getString(3), row.getString(4), new ArrayList<>(),
							new ArrayList<>());
					this.people.put(row.getString(1), person);
					this.peopleBySlug.put(person.slug, person);
					this.places.put(row.getString(1), this.peopleInOrder.size());
					this.peopleInOrder.add(person);
				});
		Map<String, String> parents = new HashMap<>();
		jdbc.query("""
				select organisation_id, related_id from organisation_relations where kind = 'PART_OF'
				order by case when start_date is null then 1 else 0 end, start_sort desc, id
				""", (RowCallbackHandler) (row) -> parents.putIfAbsent(row.getString(1), row.getString(2)));
		Map<String, String[]> names = new HashMap<>();
		jdbc.query("select id, name, slug from organisations", (RowCallbackHandler) (row) -> names.put(row.getString(1),
				new String[] { row.getString(2), row.getString(3) }));
		names.keySet().forEach((id) -> organisation(id, names, parents));
		jdbc.query("""
				select l.successor_id, l.organisation_id
				from organisation_lineage l
				join organisations o on o.id = l.organisation_id
				join organisation_changes c on c.id = l.first_change
				where l.calendar = 'LEGAL' and l.distance = 1
				order by c.change_sort, o.name_sort, o.id
				""", (RowCallbackHandler) (row) -> known(this.organisations, row.getString(1)).predecessors
			.add(new Predecessor(known(this.organisations, row.getString(2)))));
		loadAppointments(jdbc);
		Map<String, Event> events = new HashMap<>();
		jdbc.query("select id, name, event_date from events", (RowCallbackHandler) (row) -> events.put(row.getString(1),
				new Event(row.getString(2), Date.of(row.getString(3)), new ArrayList<>())));
		jdbc.query("""
				select l.participant_id, l.event_id
				from event_participants l
				join events e on e.id = l.event_id
				where l.participant_type = 'Organisation'
				order by e.event_sort desc, e.id desc
				""", (RowCallbackHandler) (row) -> known(this.organisations, row.getString(1)).events
			.add(events.get(row.getString(2))));
		jdbc.query("select event_id, person_id, organisation_id from participations order by event_id, id",
				(RowCallbackHandler) (row) -> known(events, row.getString(1)).participants
					.add(new Participation((row.getString(2) != null) ? this.people.get(row.getString(2))
							: this.organisations.get(row.getString(3)))));
		Map<String, Source> sources = new HashMap<>();
		jdbc.query("select id, name, publisher_id from sources", (RowCallbackHandler) (row) -> sources
			.put(row.getString(1), new Source(row.getString(2), this.organisations.get(row.getString(3)))));
		jdbc.query("""
				select speaker_person_id, speaker_organisation_id, speaker_description, text, text_folded, said_on,
				  source_id, setting_event_id
				from quotes order by position_sort, id
				""", (RowCallbackHandler) (row) -> {
			Person speaker = this.people.get(row.getString(1));
			Object another = (row.getString(2) != null) ? known(this.organisations, row.getString(2))
					: new UnnamedSpeaker(row.getString(3));
			Quote quote = new Quote((speaker != null) ? speaker : another, row.getString(4), row.getString(5),
					Date.of(row.getString(6)), known(sources, row.getString(7)), events.get(row.getString(8)));
			this.quotes.add(quote);
			if (speaker != null) {
				speaker.quotes.add(quote);
			}
		});
	}

	private void loadAppointments(JdbcTemplate jdbc) {
		Map<String, Role> roles = new HashMap<>();
		jdbc.query("select id, name from roles", (RowCallbackHandler) (row) -> roles.put(row.getString(1),
				new Role(row.getString(2), new ArrayList<>())));
		Map<String, List<Organisation>> bodies = new HashMap<>();
		jdbc.query("select role_id, organisation_id from organisation_roles",
				(RowCallbackHandler) (row) -> bodies.computeIfAbsent(row.getString(1), (role) -> new ArrayList<>())
					.add(known(this.organisations, row.getString(2))));
		jdbc.query("""
				select person_id, role_id, organisation_id, start_date, end_date, single_seat, capacity,
				  held_from_earliest, held_from_latest, held_until_earliest, held_until_latest
				from appointments order by start_sort, id
				""", (RowCallbackHandler) (row) -> {
			Role role = known(roles, row.getString(2));
			Appointment appointment = new Appointment(known(this.people, row.getString(1)), role,
					known(this.organisations, row.getString(3)),
					new Period(Date.of(row.getString(4)), Date.of(row.getString(5))), row.getBoolean(6),
					"DESIGNATE".equals(row.getString(7)), day(row, 8), day(row, 9), day(row, 10), day(row, 11));
			role.appointments.add(appointment);
			appointment.person.appointments.add(appointment);
			bodies.getOrDefault(row.getString(2), List.of()).forEach((body) -> body.appointments.add(appointment));
		});
	}

	private Organisation organisation(String id, Map<String, String[]> names, Map<String, String> parents) {
		Organisation known = this.organisations.get(id);
		if (known == null) {
			String parent = parents.get(id);
			known = new Organisation(known(names, id)[0], known(names, id)[1],
					(parent != null) ? organisation(parent, names, parents) : null, new ArrayList<>(),
					new ArrayList<>(), new ArrayList<>());
			this.organisations.put(id, known);
			this.organisationsBySlug.put(known.slug, known);
		}
		return known;
	}

	private static <T> T known(Map<String, T> all, String key) {
		return Objects.requireNonNull(all.get(key));
	}

	private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	private record Light<T>(Class<T> type, Function<T, @Nullable Object> fetch) implements LightDataFetcher<Object> {

		@Override
		public @Nullable Object get(GraphQLFieldDefinition field, Object source,
				Supplier<DataFetchingEnvironment> environment) {
			return this.fetch.apply(this.type.cast(source));
		}

		@Override
		public @Nullable Object get(DataFetchingEnvironment environment) {
			return this.fetch.apply(this.type.cast(environment.getSource()));
		}

	}

	// Each has the name of its GraphQL type. They hold one another, so that none may be
	// compared by what is in it.

	private record Page<T>(List<T> nodes) {

	}

	private record Date(String edtf) {

		static @Nullable Date of(@Nullable String edtf) {
			return (edtf != null) ? new Date(edtf) : null;
		}

	}

	private record Period(@Nullable Date start, @Nullable Date end) {

	}

	private record Person(String name, String slug, String sortName, List<Appointment> appointments,
			List<Quote> quotes) {

	}

	private record Organisation(String name, String slug, @Nullable Organisation parent, List<Predecessor> predecessors,
			List<Appointment> appointments, List<Event> events) {

	}

	private record Predecessor(Organisation organisation) {

	}

	private record Role(String name, List<Appointment> appointments) {

	}

	private record Appointment(Person person, Role role, Organisation organisation, Period period, boolean singleSeat,
			boolean designate, @Nullable LocalDate fromEarliest, @Nullable LocalDate fromLatest,
			@Nullable LocalDate untilEarliest, @Nullable LocalDate untilLatest) {

		boolean isHeldOn(LocalDate day) {
			if ((this.fromEarliest != null && this.fromEarliest.isAfter(day))
					|| (this.untilLatest != null && this.untilLatest.isBefore(day))) {
				return false;
			}
			return !this.singleSeat || isCertainlyHeldOn(day)
					|| this.role.appointments.stream().noneMatch((other) -> other.isAlone(day));
		}

		private boolean isCertainlyHeldOn(LocalDate day) {
			return this.fromLatest != null && this.untilEarliest != null && !this.fromLatest.isAfter(day)
					&& !this.untilEarliest.isBefore(day);
		}

		/** Beyond doubt the holder, also a day before and a day after. */
		private boolean isAlone(LocalDate day) {
			return !this.designate && this.fromLatest != null && this.untilEarliest != null
					&& this.fromLatest.isBefore(day) && this.untilEarliest.isAfter(day);
		}

	}

	private record Quote(Object speaker, String text, String folded, @Nullable Date saidOn, Source source,
			@Nullable Event setting) {

	}

	private record Source(String name, @Nullable Organisation publisher) {

	}

	private record Event(String name, @Nullable Date date, List<Participation> participants) {

	}

	private record Participation(@Nullable Object participant) {

	}

}

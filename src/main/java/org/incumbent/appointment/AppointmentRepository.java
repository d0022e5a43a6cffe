package org.incumbent.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.lineage.Calendar;
import org.incumbent.paging.AsOf;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.Join;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Link;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds appointments and what sources show of them.
 */
@Repository
public class AppointmentRepository implements NodeRepository<Appointment> {

	private static final String TABLE = "appointments";

	private final JdbcClient jdbc;

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	AppointmentRepository(JdbcClient jdbc, LookupRepository lookup, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Appointment> type() {
		return Appointment.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public Map<String, Appointment> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Appointment", Appointment::of, keys);
	}

	Connection<Appointment> list(@Nullable LocalDate asOf, @Nullable AppointmentFilter filter,
			@Nullable AppointmentOrder order, PageRequest page) {
		return this.pages.page(new Listing("appointments", asOf, filter, order, page),
				() -> selection(asOf, filter, order, page));
	}

	/**
	 * The appointments of each person, organisation or role, as a page.
	 */
	Map<String, Connection<Appointment>> findByParents(Collection<String> parents, AppointmentArguments arguments) {
		return this.pages.pages(selection(arguments.asOf(), arguments.filter(), arguments.order(), arguments.page()),
				arguments.of(), parents);
	}

	/**
	 * Every tenure of each role, oldest first; an empty list for a role that nobody is
	 * recorded in.
	 */
	Map<String, List<Appointment>> findByRoles(Collection<String> roles) {
		return find("join appointments t on t.role_id = u.owner_id", roles);
	}

	/**
	 * The tenures of each role that may have held on some day of a span, oldest first.
	 * Whoever surely sat in a role on one of these days is among them.
	 * @param first the span's first day, null where it has none
	 * @param last the span's last day, null where it has none
	 */
	Map<String, List<Appointment>> findByRoles(Collection<String> roles, @Nullable LocalDate first,
			@Nullable LocalDate last) {
		Bindings bindings = new Bindings();
		String held = AsOf.notExcluded("t.held", first, last, bindings);
		return find("join appointments t on t.role_id = u.owner_id and " + held, roles, bindings);
	}

	/**
	 * Who held each role on a day, the certain ones first, then the oldest; an empty list
	 * for a role that nobody is recorded in.
	 */
	public Map<String, List<Holding>> findHoldings(Collection<String> roles, LocalDate day) {
		Map<String, List<Holding>> holdings = new HashMap<>();
		findByRoles(roles, day, day)
			.forEach((role, tenures) -> holdings.put(role, Holding.on(day, tenures, Holding.HELD)));
		return holdings;
	}

	/**
	 * When sources show nobody in each role, oldest first.
	 */
	public Map<String, List<Observation>> findVacancies(Collection<String> roles) {
		Grouping<String, Observation> vacancies = new Grouping<>(roles);
		this.jdbc.sql("""
				select t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join observations t on t.role_id = u.id and t.shows = 'VACANT'
				order by t.role_id, t.observed_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", roles.toArray()))
			.query(ResultRow.each((row) -> vacancies.add(row.getString("role_id"), Observation.of(row))))
			.list();
		return vacancies.lists();
	}

	/**
	 * The appointments that began or ended with each event, oldest first. They are joined
	 * to the events within the union, since H2 goes through all appointments otherwise.
	 */
	Map<String, List<Appointment>> findByEvents(Collection<String> events) {
		Grouping<String, Appointment> appointments = new Grouping<>(events);
		this.jdbc.sql("""
				select p.*
				from (
				  select u.owner_id, t.*
				  from unnest(cast(:ids as varchar array)) u(owner_id)
				  join appointments t on t.start_event_id = u.owner_id
				  union
				  select u.owner_id, t.*
				  from unnest(cast(:ids as varchar array)) u(owner_id)
				  join appointments t on t.end_event_id = u.owner_id
				) p
				order by p.owner_id, p.start_sort, p.end_sort, p.id
				""")
			.param("ids", new SqlArrayValue("varchar", events.toArray()))
			.query(ResultRow.each((row) -> appointments.add(row.getString("owner_id"), Appointment.of(row))))
			.list();
		return appointments.lists();
	}

	/**
	 * The appointments held together under each joint key, oldest first.
	 */
	Map<String, List<Appointment>> findByJointKeys(Collection<String> jointKeys) {
		return find("join appointments t on t.joint_key = u.owner_id", jointKeys);
	}

	/**
	 * The appointments in which each participant took part, oldest first.
	 */
	Map<String, List<Appointment>> findByParticipations(Collection<String> participations) {
		return find("""
				join participation_appointments l on l.participation_id = u.owner_id
				join appointments t on t.id = l.appointment_id""", participations);
	}

	/**
	 * What sources show of each appointment, oldest first.
	 */
	Map<String, List<Observation>> findObservations(Collection<String> appointments) {
		Grouping<String, Observation> observations = new Grouping<>(appointments);
		this.jdbc.sql("""
				select t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join observations t on t.appointment_id = u.id
				order by t.appointment_id, t.observed_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", appointments.toArray()))
			.query(ResultRow.each((row) -> observations.add(row.getString("appointment_id"), Observation.of(row))))
			.list();
		return observations.lists();
	}

	private Map<String, List<Appointment>> find(String join, Collection<String> owners) {
		return find(join, owners, new Bindings());
	}

	private Map<String, List<Appointment>> find(String join, Collection<String> owners, Bindings bindings) {
		Grouping<String, Appointment> appointments = new Grouping<>(owners);
		this.jdbc.sql("""
				select u.owner_id, t.*
				from unnest(cast(:ids as varchar array)) u(owner_id)
				%s
				order by u.owner_id, t.start_sort, t.end_sort, t.id
				""".formatted(join))
			.params(bindings.values())
			.param("ids", new SqlArrayValue("varchar", owners.toArray()))
			.query(ResultRow.each((row) -> appointments.add(row.getString("owner_id"), Appointment.of(row))))
			.list();
		return appointments.lists();
	}

	private static Selection<Appointment> selection(@Nullable LocalDate asOf, @Nullable AppointmentFilter filter,
			@Nullable AppointmentOrder order, PageRequest page) {
		Bindings bindings = new Bindings(asOf);
		String conditions = Filter.sqlOf(filter, bindings) + " and " + heldOn(asOf, bindings);
		return new Selection<>("appointments", Appointment::of, conditions, bindings, AppointmentOrder.sort(order),
				page, (appointment) -> (asOf != null) ? appointment.period().covers(asOf) : null);
	}

	/**
	 * The rule of {@link Succession#certainty} over the whole table: certain or possible
	 * on the day.
	 */
	private static String heldOn(@Nullable LocalDate asOf, Bindings bindings) {
		if (asOf == null) {
			return "true";
		}
		return """
				%s
				and not (
				  t.single_seat
				  and not coalesce(%s, false)
				  and exists (
				    select 1 from appointments o
				    where o.role_id = t.role_id
				    and o.id <> t.id
				    and o.capacity <> 'DESIGNATE'
				    and o.held_from_latest < %s
				    and o.held_until_earliest > %s
				  )
				)""".formatted(AsOf.notExcluded("t.held", asOf, bindings), AsOf.certain("t.held", asOf, bindings),
				bindings.bind(asOf), bindings.bind(asOf));
	}

	/**
	 * Whose appointments.
	 */
	enum AppointmentsOf implements Link {

		PERSON, ORGANISATION, ROLE;

		@Override
		public Join join() {
			return switch (this) {
				case PERSON -> new Join("appointments t", "t.person_id = u.parent_id");
				case ORGANISATION -> new Join("organisation_roles l", "l.organisation_id = u.parent_id",
						"join appointments t on t.role_id = l.role_id");
				case ROLE -> new Join("appointments t", "t.role_id = u.parent_id");
			};
		}

	}

	/**
	 * Whose appointments, with those of what it came from on a calendar.
	 */
	record AppointmentsOfLineage(AppointmentsOf of, Calendar calendar) implements Link {

		@Override
		public Join join() {
			return switch (this.of) {
				case PERSON -> this.of.join();
				case ORGANISATION -> new Join("lineage_roles l",
						"l.organisation_id = u.parent_id and l.calendar = '%s'".formatted(this.calendar),
						"join appointments t on t.role_id = l.role_id");
				case ROLE ->
					new Join("role_lineage l", "l.role_id = u.parent_id and l.calendar = '%s'".formatted(this.calendar),
							"join appointments t on t.role_id = l.earlier_role_id");
			};
		}

	}

	/**
	 * What a client sends with a list of appointments.
	 */
	record AppointmentArguments(Link of, @Nullable LocalDate asOf, @Nullable AppointmentFilter filter,
			@Nullable AppointmentOrder order, PageRequest page) {

	}

}

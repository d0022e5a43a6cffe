package org.incumbent.bench;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Answers the benchmark's five queries, and no others, as somebody would who knows them
 * beforehand: by a few statements each, written straight into JSON.
 */
final class HandWritten {

	private static final String HELD = """
			(a.held_from_earliest is null or a.held_from_earliest <= ?)
			and (a.held_until_latest is null or a.held_until_latest >= ?)
			and not (
			  a.single_seat
			  and not coalesce(a.held_from_latest <= ? and a.held_until_earliest >= ?, false)
			  and exists (
			    select 1 from appointments o
			    where o.role_id = a.role_id and o.id <> a.id and o.capacity <> 'DESIGNATE'
			    and o.held_from_latest < ? and o.held_until_earliest > ?
			  )
			)
			""";

	private final DataSource data;

	private final JsonMapper json;

	HandWritten(DataSource data, JsonMapper json) {
		this.data = data;
		this.json = json;
	}

	/**
	 * The answer to a request, without the extensions.
	 * @param body as it is sent to the API, with the name of the query
	 */
	byte[] answer(byte[] body) throws SQLException {
		JsonNode request = this.json.readTree(body);
		JsonNode variables = request.get("variables");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Connection connection = this.data.getConnection(); JsonGenerator out = this.json.createGenerator(bytes)) {
			out.writeStartObject();
			out.writeObjectPropertyStart("data");
			switch (request.get("operationName").asString()) {
				case "Q1" -> person(connection, out, key(variables.get("id").asString()));
				case "Q2" -> career(connection, out, variables.get("slug").asString());
				case "Q3" -> people(connection, out, variables.get("after"), day(variables));
				case "Q4" -> organisation(connection, out, variables.get("slug").asString(), day(variables));
				default -> quotes(connection, out, variables.get("word").asString());
			}
			out.writeEndObject();
			out.writeEndObject();
		}
		return bytes.toByteArray();
	}

	private static String key(String id) {
		return new String(Base64.getUrlDecoder().decode(id), UTF_8).substring("Person:".length());
	}

	private static LocalDate day(JsonNode variables) {
		return LocalDate.parse(variables.get("on").asString());
	}

	private static void person(Connection connection, JsonGenerator out, String key) throws SQLException {
		query(connection, "select name, slug, sort_name from people where id = ?", List.of(key), (row) -> {
			out.writeObjectPropertyStart("person");
			text(out, "name", row.getString(1));
			text(out, "slug", row.getString(2));
			text(out, "sortName", row.getString(3));
			out.writeEndObject();
		});
	}

	private static void career(Connection connection, JsonGenerator out, String slug) throws SQLException {
		List<String> key = new ArrayList<>();
		query(connection, "select id, name, slug from people where slug = ?", List.of(slug), (row) -> {
			key.add(row.getString(1));
			out.writeObjectPropertyStart("person");
			text(out, "name", row.getString(2));
			text(out, "slug", row.getString(3));
		});
		startNodes(out, "appointments");
		query(connection, """
				select r.name, o.name, (
				  select p.name from organisation_relations l join organisations p on p.id = l.related_id
				  where l.organisation_id = o.id and l.kind = 'PART_OF'
				  order by case when l.start_date is null then 1 else 0 end, l.start_sort desc, l.id
				  fetch first 1 rows only
				), a.start_date, a.end_date
				from appointments a
				join roles r on r.id = a.role_id
				join organisations o on o.id = a.organisation_id
				where a.person_id = ?
				order by a.start_sort, a.id
				fetch first 100 rows only
				""", key, (row) -> {
			out.writeStartObject();
			named(out, "role", row.getString(1));
			out.writeObjectPropertyStart("organisation");
			text(out, "name", row.getString(2));
			named(out, "parent", row.getString(3));
			out.writeEndObject();
			period(out, row.getString(4), row.getString(5));
			out.writeEndObject();
		});
		endNodes(out);
		startNodes(out, "quotes");
		query(connection, """
				select q.text, s.name, p.name, e.name, e.event_date
				from quotes q
				join sources s on s.id = q.source_id
				left join organisations p on p.id = s.publisher_id
				left join events e on e.id = q.setting_event_id
				where q.speaker_person_id = ?
				order by q.position_sort, q.id
				fetch first 10 rows only
				""", key, (row) -> {
			out.writeStartObject();
			text(out, "text", row.getString(1));
			source(out, row.getString(2), row.getString(3));
			if (row.getString(4) != null) {
				out.writeObjectPropertyStart("setting");
				text(out, "name", row.getString(4));
				date(out, "date", row.getString(5));
				out.writeEndObject();
			}
			else {
				out.writeNullProperty("setting");
			}
			out.writeEndObject();
		});
		endNodes(out);
		out.writeEndObject();
	}

	private void people(Connection connection, JsonGenerator out, JsonNode after, LocalDate day) throws SQLException {
		Map<String, String> people = new LinkedHashMap<>();
		Row person = (row) -> people.put(row.getString(1), row.getString(2));
		if (after.isNull()) {
			query(connection, "select id, name from people order by name_sort, id fetch first 50 rows only", List.of(),
					person);
		}
		else {
			String[] cursor = new String(Base64.getUrlDecoder().decode(after.asString()), UTF_8).split("\n", -1);
			query(connection, """
					select id, name from people
					where name_sort >= ? and (name_sort > ? or id > ?)
					order by name_sort, id
					fetch first 50 rows only
					""", List.of(cursor[2], cursor[2], cursor[3]), person);
		}
		Map<String, List<String>> bodies = new LinkedHashMap<>();
		Object keys = people.keySet().toArray();
		query(connection, """
				select a.person_id, o.name
				from unnest(cast(? as varchar array)) u(id)
				join appointments a on a.person_id = u.id
				join organisations o on o.id = a.organisation_id
				where
				""" + HELD + "order by a.person_id, a.start_sort, a.id", List.of(keys, day, day, day, day, day, day),
				(row) -> bodies.computeIfAbsent(row.getString(1), (absent) -> new ArrayList<>()).add(row.getString(2)));
		Map<String, List<@Nullable String[]>> quotes = new LinkedHashMap<>();
		query(connection,
				"""
						select p.speaker_person_id, p.text, e.name
						from (
						  select q.*, row_number() over (partition by q.speaker_person_id order by q.position_sort, q.id) as page_rank
						  from unnest(cast(? as varchar array)) u(id)
						  join quotes q on q.speaker_person_id = u.id
						) p
						left join events e on e.id = p.setting_event_id
						where p.page_rank <= 3
						order by p.speaker_person_id, p.page_rank
						""",
				List.of(keys), (row) -> quotes.computeIfAbsent(row.getString(1), (absent) -> new ArrayList<>())
					.add(new String[] { row.getString(2), row.getString(3) }));
		startNodes(out, "people");
		people.forEach((key, name) -> {
			out.writeStartObject();
			text(out, "name", name);
			startNodes(out, "appointments");
			for (String body : bodies.getOrDefault(key, List.of()).stream().limit(20).toList()) {
				out.writeStartObject();
				named(out, "organisation", body);
				out.writeEndObject();
			}
			endNodes(out);
			startNodes(out, "quotes");
			for (@Nullable
			String[] quote : quotes.getOrDefault(key, List.of())) {
				out.writeStartObject();
				text(out, "text", quote[0]);
				named(out, "setting", quote[1]);
				out.writeEndObject();
			}
			endNodes(out);
			out.writeEndObject();
		});
		endNodes(out);
	}

	private static void organisation(Connection connection, JsonGenerator out, String slug, LocalDate day)
			throws SQLException {
		List<String> key = new ArrayList<>();
		query(connection, "select id, name from organisations where slug = ?", List.of(slug), (row) -> {
			key.add(row.getString(1));
			out.writeObjectPropertyStart("organisation");
			text(out, "name", row.getString(2));
		});
		startNodes(out, "appointments");
		query(connection, """
				select p.name, p.slug, r.name, a.start_date, a.end_date
				from organisation_roles l
				join appointments a on a.role_id = l.role_id
				join people p on p.id = a.person_id
				join roles r on r.id = a.role_id
				where l.organisation_id = ? and
				""" + HELD + "order by a.start_sort, a.id fetch first 50 rows only",
				List.of(key.get(0), day, day, day, day, day, day), (row) -> {
					out.writeStartObject();
					out.writeObjectPropertyStart("person");
					text(out, "name", row.getString(1));
					text(out, "slug", row.getString(2));
					out.writeEndObject();
					named(out, "role", row.getString(3));
					period(out, row.getString(4), row.getString(5));
					out.writeEndObject();
				});
		endNodes(out);
		out.writeArrayPropertyStart("predecessors");
		query(connection, """
				select o.name, o.slug
				from organisation_lineage l
				join organisations o on o.id = l.organisation_id
				join organisation_changes c on c.id = l.first_change
				where l.successor_id = ? and l.calendar = 'LEGAL' and l.distance = 1
				order by c.change_sort, o.name_sort, o.id
				""", key, (row) -> {
			out.writeStartObject();
			out.writeObjectPropertyStart("organisation");
			text(out, "name", row.getString(1));
			text(out, "slug", row.getString(2));
			out.writeEndObject();
			out.writeEndObject();
		});
		out.writeEndArray();
		events(connection, out, key);
		out.writeEndObject();
	}

	private static void events(Connection connection, JsonGenerator out, List<String> organisation)
			throws SQLException {
		Map<String, @Nullable String[]> events = new LinkedHashMap<>();
		query(connection, """
				select e.id, e.name, e.event_date
				from event_participants l
				join events e on e.id = l.event_id
				where l.participant_type = 'Organisation' and l.participant_id = ?
				order by e.event_sort desc, e.id desc
				fetch first 20 rows only
				""", organisation,
				(row) -> events.put(row.getString(1), new String[] { row.getString(2), row.getString(3) }));
		Map<String, List<String>> names = new LinkedHashMap<>();
		query(connection, """
				select t.event_id, coalesce(p.name, o.name)
				from unnest(cast(? as varchar array)) u(id)
				join participations t on t.event_id = u.id
				left join people p on p.id = t.person_id
				left join organisations o on o.id = t.organisation_id
				order by t.event_id, t.id
				""", List.of((Object) events.keySet().toArray()),
				(row) -> names.computeIfAbsent(row.getString(1), (absent) -> new ArrayList<>()).add(row.getString(2)));
		startNodes(out, "events");
		events.forEach((key, event) -> {
			out.writeStartObject();
			text(out, "name", event[0]);
			date(out, "date", event[1]);
			out.writeArrayPropertyStart("participants");
			for (String name : names.getOrDefault(key, List.of())) {
				out.writeStartObject();
				named(out, "participant", name);
				out.writeEndObject();
			}
			out.writeEndArray();
			out.writeEndObject();
		});
		endNodes(out);
	}

	private static void quotes(Connection connection, JsonGenerator out, String word) throws SQLException {
		startNodes(out, "quotes");
		query(connection, """
				select q.text, q.said_on, coalesce(p.name, ''), p.slug, q.speaker_person_id, s.name, o.name
				from quotes q
				left join people p on p.id = q.speaker_person_id
				join sources s on s.id = q.source_id
				left join organisations o on o.id = s.publisher_id
				where position(? in q.text_folded) > 0
				order by q.position_sort, q.id
				fetch first 20 rows only
				""", List.of(word), (row) -> {
			out.writeStartObject();
			text(out, "text", row.getString(1));
			date(out, "saidOn", row.getString(2));
			out.writeObjectPropertyStart("speaker");
			if (row.getString(5) != null) {
				text(out, "name", row.getString(3));
				text(out, "slug", row.getString(4));
			}
			out.writeEndObject();
			source(out, row.getString(6), row.getString(7));
			out.writeEndObject();
		});
		endNodes(out);
	}

	private static void startNodes(JsonGenerator out, String field) {
		out.writeObjectPropertyStart(field);
		out.writeArrayPropertyStart("nodes");
	}

	private static void endNodes(JsonGenerator out) {
		out.writeEndArray();
		out.writeEndObject();
	}

	private static void source(JsonGenerator out, String name, @Nullable String publisher) {
		out.writeObjectPropertyStart("source");
		text(out, "name", name);
		named(out, "publisher", publisher);
		out.writeEndObject();
	}

	private static void period(JsonGenerator out, @Nullable String start, @Nullable String end) {
		out.writeObjectPropertyStart("period");
		date(out, "start", start);
		date(out, "end", end);
		out.writeEndObject();
	}

	private static void date(JsonGenerator out, String field, @Nullable String edtf) {
		object(out, field, "edtf", edtf);
	}

	private static void named(JsonGenerator out, String field, @Nullable String name) {
		object(out, field, "name", name);
	}

	private static void object(JsonGenerator out, String field, String only, @Nullable String value) {
		if (value == null) {
			out.writeNullProperty(field);
			return;
		}
		out.writeObjectPropertyStart(field);
		out.writeStringProperty(only, value);
		out.writeEndObject();
	}

	private static void text(JsonGenerator out, String field, @Nullable String value) {
		out.writeStringProperty(field, value);
	}

	private static void query(Connection connection, String sql, List<?> values, Row each) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.size(); i++) {
				Object value = values.get(i);
				if (value instanceof Object[] keys) {
					statement.setArray(i + 1, connection.createArrayOf("varchar", keys));
				}
				else {
					statement.setObject(i + 1, value);
				}
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					each.take(rows);
				}
			}
		}
	}

	private interface Row {

		void take(ResultSet row) throws SQLException;

	}

}

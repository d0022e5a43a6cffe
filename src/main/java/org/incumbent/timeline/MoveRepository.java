package org.incumbent.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.incumbent.appointment.Appointment;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Grouping;
import org.incumbent.paging.Join;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Link;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds who arrived and who left, and the careers that they moved in.
 */
@Repository
class MoveRepository {

	private final JdbcClient jdbc;

	private final KeysetRepository pages;

	MoveRepository(JdbcClient jdbc, KeysetRepository pages) {
		this.jdbc = jdbc;
		this.pages = pages;
	}

	Connection<Move> list(MoveArguments arguments, PageRequest page) {
		return this.pages.page(new Listing("moves", null, arguments, null, page), () -> near(arguments, page));
	}

	private static Selection<Move> near(MoveArguments arguments, PageRequest page) {
		Bindings bindings = new Bindings();
		String rows = PossibleDays.rowsNear("moves", "move", arguments.between(), bindings);
		return selection(rows, bindings, arguments, page);
	}

	/**
	 * The moves of each person, or into and out of the roles of each organisation or each
	 * role, as a page.
	 */
	Map<String, Connection<Move>> findByParents(Collection<String> parents, MoveRequest request) {
		return this.pages.pages(selection("moves", new Bindings(), request.arguments(), request.page()), request.of(),
				parents);
	}

	/**
	 * Every post of each person, oldest first; an empty list for somebody without any.
	 */
	Map<String, List<Career.Post>> findCareers(Collection<String> people) {
		Grouping<String, Career.Post> posts = new Grouping<>(people);
		this.jdbc.sql("""
				select t.*
				from unnest(cast(:ids as varchar array)) u(id)
				join appointments t on t.person_id = u.id
				order by t.person_id, t.start_sort, t.end_sort, t.id
				""")
			.param("ids", new SqlArrayValue("varchar", people.toArray()))
			.query(ResultRow.each((row) -> posts.add(row.getString("person_id"),
					new Career.Post(Appointment.of(row), row.getBoolean("career_overlaps")))))
			.list();
		return posts.lists();
	}

	private static Selection<Move> selection(String table, Bindings bindings, MoveArguments arguments,
			PageRequest page) {
		return new Selection<>(table, (row) -> Move.of(row, arguments.between()), arguments.sql(bindings), bindings,
				new Sort("moves", "move_sort", arguments.direction()), page);
	}

	/**
	 * Whose moves.
	 */
	enum MovesOf implements Link {

		PERSON, ORGANISATION, ROLE;

		@Override
		public Join join() {
			return switch (this) {
				case PERSON -> new Join("moves t", "t.person_id = u.parent_id");
				case ORGANISATION -> new Join("organisation_roles l", "l.organisation_id = u.parent_id",
						"join moves t on t.role_id = l.role_id");
				case ROLE -> new Join("moves t", "t.role_id = u.parent_id");
			};
		}

	}

	/**
	 * What a client sends for the moves of somebody or something.
	 */
	record MoveRequest(MovesOf of, MoveArguments arguments, PageRequest page) {

	}

}

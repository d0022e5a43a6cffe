package org.incumbent.timeline;

import java.util.Collection;
import java.util.Map;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Join;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Link;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;

import org.springframework.stereotype.Repository;

/**
 * Finds what happened, in order.
 */
@Repository
class TimelineRepository {

	private final KeysetRepository pages;

	TimelineRepository(KeysetRepository pages) {
		this.pages = pages;
	}

	Connection<TimelineEntry> list(TimelineArguments arguments, PageRequest page) {
		return this.pages.page(new Listing("timeline", null, arguments, null, page), () -> near(arguments, page));
	}

	private static Selection<TimelineEntry> near(TimelineArguments arguments, PageRequest page) {
		Bindings bindings = new Bindings();
		String rows = PossibleDays.rowsNear("timeline_entries", "entry", arguments.between(), bindings);
		return selection(rows, bindings, arguments, page);
	}

	/**
	 * The timeline of each person or organisation, as a page.
	 */
	Map<String, Connection<TimelineEntry>> findByParents(Collection<String> parents, TimelineRequest request) {
		return this.pages.pages(selection("timeline_entries", new Bindings(), request.arguments(), request.page()),
				request.of(), parents);
	}

	private static Selection<TimelineEntry> selection(String table, Bindings bindings, TimelineArguments arguments,
			PageRequest page) {
		return new Selection<>(table, (row) -> TimelineEntry.of(row, arguments.between()), arguments.sql(bindings),
				bindings, new Sort("timeline", "entry_sort", arguments.direction()), page);
	}

	/**
	 * Whose timeline.
	 */
	enum TimelineOf implements Link {

		PERSON("Person"),

		ORGANISATION("Organisation");

		private final String type;

		TimelineOf(String type) {
			this.type = type;
		}

		@Override
		public Join join() {
			return new Join("timeline_subjects l",
					"l.subject_type = '%s' and l.subject_id = u.parent_id".formatted(this.type),
					"join timeline_entries t on t.id = l.entry_id");
		}

	}

	/**
	 * What a client sends for the timeline of somebody.
	 */
	record TimelineRequest(TimelineOf of, TimelineArguments arguments, PageRequest page) {

	}

}

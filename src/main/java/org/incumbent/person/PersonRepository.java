package org.incumbent.person;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.incumbent.graphql.LookupRepository;
import org.incumbent.graphql.NodeRepository;
import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * Finds people.
 */
@Repository
class PersonRepository implements NodeRepository<Person> {

	private static final String TABLE = "people";

	private final LookupRepository lookup;

	private final KeysetRepository pages;

	PersonRepository(LookupRepository lookup, KeysetRepository pages) {
		this.lookup = lookup;
		this.pages = pages;
	}

	@Override
	public Class<Person> type() {
		return Person.class;
	}

	@Override
	public String table() {
		return TABLE;
	}

	@Override
	public String slug(Person person) {
		return person.slug();
	}

	@Override
	public Map<String, Person> findByIds(Collection<String> keys) {
		return this.lookup.findByIds(TABLE, "Person", Person::of, keys);
	}

	Optional<Person> findBySlug(String slug) {
		return this.lookup.findBySlug(TABLE, "Person", Person::of, slug);
	}

	Connection<Person> list(@Nullable PersonFilter filter, @Nullable PersonOrder order, PageRequest page) {
		return this.pages.page(new Listing("people", null, filter, order, page), () -> selection(filter, order, page));
	}

	private static Selection<Person> selection(@Nullable PersonFilter filter, @Nullable PersonOrder order,
			PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("people", Person::of, Filter.sqlOf(filter, bindings), bindings, PersonOrder.sort(order),
				page);
	}

}

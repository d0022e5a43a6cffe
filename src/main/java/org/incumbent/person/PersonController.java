package org.incumbent.person;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.GlobalId;
import org.incumbent.graphql.Loader;
import org.incumbent.naming.IdentifierInput;
import org.incumbent.naming.NameRepository;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves people.
 */
@Controller
class PersonController {

	private final PersonRepository people;

	private final NameRepository names;

	PersonController(PersonRepository people, NameRepository names) {
		this.people = people;
		this.names = names;
	}

	@QueryMapping
	CompletableFuture<@Nullable Person> person(@Argument PersonBy by, Loader<String, Person> loader) {
		if (by.id() != null) {
			return loader.load(GlobalId.keyOf(by.id(), "Person", "by.id"));
		}
		if (by.slug() != null) {
			return CompletableFuture.completedFuture(this.people.findBySlug(by.slug()).orElse(null));
		}
		return this.names.findByIdentifier("Person", Objects.requireNonNull(by.identifier()))
			.map(loader::load)
			.orElseGet(() -> CompletableFuture.completedFuture(null));
	}

	@QueryMapping
	Connection<Person> people(@Argument @Nullable PersonFilter filter, @Argument @Nullable PersonOrder orderBy,
			PageRequest page) {
		return this.people.list(filter, orderBy, page);
	}

	/**
	 * What to find a person by: exactly one of these.
	 */
	record PersonBy(@Nullable String id, @Nullable String slug, @Nullable IdentifierInput identifier) {

	}

}

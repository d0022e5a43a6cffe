package org.incumbent.naming;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.graphql.Batches;
import org.incumbent.graphql.Loader;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves the other names and the codes of people, organisations and roles.
 */
@Controller
class NamingController {

	NamingController(NameRepository names, Batches batches) {
		batches.<Subject, List<DatedName>>add("subjectNames", (subjects) -> names.findNames(subjects));
		batches.<Subject, List<Identifier>>add("subjectIdentifiers", (subjects) -> names.findIdentifiers(subjects));
	}

	@SchemaMapping(typeName = "Person", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfPerson(Named person, Loader<Subject, List<DatedName>> subjectNames) {
		return load(person, subjectNames);
	}

	@SchemaMapping(typeName = "Organisation", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfOrganisation(Named organisation,
			Loader<Subject, List<DatedName>> subjectNames) {
		return load(organisation, subjectNames);
	}

	@SchemaMapping(typeName = "Role", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfRole(Named role, Loader<Subject, List<DatedName>> subjectNames) {
		return load(role, subjectNames);
	}

	@SchemaMapping(typeName = "Person", field = "identifiers")
	CompletableFuture<List<Identifier>> identifiersOfPerson(Named person,
			Loader<Subject, List<Identifier>> subjectIdentifiers) {
		return load(person, subjectIdentifiers);
	}

	@SchemaMapping(typeName = "Organisation", field = "identifiers")
	CompletableFuture<List<Identifier>> identifiersOfOrganisation(Named organisation,
			Loader<Subject, List<Identifier>> subjectIdentifiers) {
		return load(organisation, subjectIdentifiers);
	}

	@SchemaMapping
	CompletableFuture<Source> source(DatedName name, Loader<String, Source> loader) {
		return loader.load(name.sourceKey());
	}

	@SchemaMapping
	CompletableFuture<Source> source(Identifier identifier, Loader<String, Source> loader) {
		return loader.load(identifier.sourceKey());
	}

	private static <T> CompletableFuture<List<T>> load(Named named, Loader<Subject, List<T>> loader) {
		return loader.load(new Subject(named.type(), named.key()));
	}

}

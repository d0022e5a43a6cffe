package org.incumbent.naming;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.incumbent.source.Source;
import org.incumbent.source.Subject;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Serves the other names and the codes of people, organisations and roles.
 */
@Controller
class NamingController {

	NamingController(NameRepository names, BatchLoaderRegistry registry) {
		registry.<Subject, List<DatedName>>forName("subjectNames")
			.registerMappedBatchLoader((subjects, environment) -> Mono.fromSupplier(() -> names.findNames(subjects)));
		registry.<Subject, List<Identifier>>forName("subjectIdentifiers")
			.registerMappedBatchLoader(
					(subjects, environment) -> Mono.fromSupplier(() -> names.findIdentifiers(subjects)));
	}

	@SchemaMapping(typeName = "Person", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfPerson(Named person, DataLoader<Subject, List<DatedName>> subjectNames) {
		return load(person, subjectNames);
	}

	@SchemaMapping(typeName = "Organisation", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfOrganisation(Named organisation,
			DataLoader<Subject, List<DatedName>> subjectNames) {
		return load(organisation, subjectNames);
	}

	@SchemaMapping(typeName = "Role", field = "otherNames")
	CompletableFuture<List<DatedName>> namesOfRole(Named role, DataLoader<Subject, List<DatedName>> subjectNames) {
		return load(role, subjectNames);
	}

	@SchemaMapping(typeName = "Person", field = "identifiers")
	CompletableFuture<List<Identifier>> identifiersOfPerson(Named person,
			DataLoader<Subject, List<Identifier>> subjectIdentifiers) {
		return load(person, subjectIdentifiers);
	}

	@SchemaMapping(typeName = "Organisation", field = "identifiers")
	CompletableFuture<List<Identifier>> identifiersOfOrganisation(Named organisation,
			DataLoader<Subject, List<Identifier>> subjectIdentifiers) {
		return load(organisation, subjectIdentifiers);
	}

	@SchemaMapping
	CompletableFuture<Source> source(DatedName name, DataLoader<String, Source> loader) {
		return loader.load(name.sourceKey());
	}

	@SchemaMapping
	CompletableFuture<Source> source(Identifier identifier, DataLoader<String, Source> loader) {
		return loader.load(identifier.sourceKey());
	}

	private static <T> CompletableFuture<List<T>> load(Named named, DataLoader<Subject, List<T>> loader) {
		return loader.load(new Subject(named.type(), named.key()));
	}

}

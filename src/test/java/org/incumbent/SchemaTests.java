package org.incumbent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import graphql.ParseAndValidate;
import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.SDLExtensionDefinition;
import graphql.language.SourceLocation;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaPrinter;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ SchemaInspection.class, StatementCounter.class })
class SchemaTests {

	private static final Path SDL = Path.of("schema");

	private static final Path PUBLISHED = Path.of("src/test/resources/published.graphqls");

	private final GraphQLSchema schema;

	private final SchemaInspection inspection;

	private final SchemaReport report;

	@Autowired
	SchemaTests(GraphQlSource source, SchemaInspection inspection) {
		this.schema = source.schema();
		this.inspection = inspection;
		this.report = inspection.report();
	}

	@Test
	void everyFieldHasCodeBehindIt() {
		assertThat(this.report.unmappedFields()).filteredOn((field) -> !this.inspection.isInherited(field)).isEmpty();
	}

	@Test
	void allCodeBelongsToAField() {
		assertThat(this.report.unmappedRegistrations()).isEmpty();
	}

	@Test
	void everyArgumentThatCodeReadsIsInTheSchema() {
		assertThat(this.report.unmappedArguments()).isEmpty();
	}

	@Test
	void codeNeverReturnsNullWhereTheSchemaSaysNonNull() {
		assertThat(this.report.fieldNullnessErrors()).isEmpty();
	}

	@Test
	void codeTakesNullWhereverAnArgumentMayBeLeftOut() {
		assertThat(this.report.argumentNullnessErrors()).isEmpty();
	}

	@Test
	void noTypeIsLeftOutOfTheInspection() {
		assertThat(this.report.skippedTypes()).isEmpty();
	}

	@Test
	void everyElementIsDescribed() throws IOException {
		List<Path> files = filesBelow(SDL, ".graphqls");
		assertThat(files).isNotEmpty();
		List<String> undescribed = new ArrayList<>();
		for (Path file : files) {
			new NodeTraverser().preOrder(new UndescribedElements(file, undescribed), parse(file));
		}
		assertThat(undescribed).as("elements of the schema without a description").isEmpty();
	}

	@Test
	void nothingThatClientsRelyOnIsTakenAway() throws IOException {
		if (Files.notExists(PUBLISHED)) {
			SchemaPrinter printer = new SchemaPrinter(
					SchemaPrinter.Options.defaultOptions().includeDirectiveDefinitions(false));
			Files.writeString(PUBLISHED, printer.print(this.schema));
			fail(PUBLISHED + " was missing and has been written: read it, then commit it");
		}
		GraphQLSchema published = SchemaGenerator.createdMockedSchema(Files.readString(PUBLISHED));
		CapturingReporter reporter = new CapturingReporter();
		new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromIntrospection(published, this.schema), reporter);
		assertThat(reporter.getEvents()).as("what was compared with " + PUBLISHED).hasSizeGreaterThan(1);
		assertThat(reporter.getBreakages()).extracting(DiffEvent::getReasonMsg)
			.as("changes that break clients of " + PUBLISHED)
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void everyDocumentInTheRepositoryIsValid(Path file) throws IOException {
		assertThat(ParseAndValidate.validate(this.schema, parse(file))).isEmpty();
	}

	static List<Path> everyDocumentInTheRepositoryIsValid() throws IOException {
		return filesBelow(Path.of("src"), ".graphql");
	}

	private static List<Path> filesBelow(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending))
				.filter((file) -> !file.toString().contains("node_modules"))
				.filter((file) -> !file.toString().contains("__generated__"))
				.sorted()
				.toList();
		}
	}

	private static Document parse(Path file) throws IOException {
		return Parser.parse(ParserEnvironment.newParserEnvironment()
			.document(Files.readString(file))
			.parserOptions(ParserOptions.getDefaultSdlParserOptions())
			.build());
	}

	private static final class UndescribedElements extends NodeVisitorStub {

		private final Path file;

		private final List<String> found;

		UndescribedElements(Path file, List<String> found) {
			this.file = file;
			this.found = found;
		}

		@Override
		protected TraversalControl visitNode(@SuppressWarnings("rawtypes") Node node,
				@SuppressWarnings("rawtypes") TraverserContext<Node> context) {
			if (node instanceof AbstractDescribedNode<?> element && isUndescribed(element)) {
				String name = (element instanceof NamedNode<?> named) ? named.getName() : "schema";
				SourceLocation location = Objects.requireNonNull(element.getSourceLocation());
				this.found.add(this.file + ":" + location.getLine() + " " + name);
			}
			return TraversalControl.CONTINUE;
		}

		private static boolean isUndescribed(AbstractDescribedNode<?> element) {
			if (element instanceof SDLExtensionDefinition) {
				return false;
			}
			return element.getDescription() == null || element.getDescription().getContent().isBlank();
		}

	}

}

package org.incumbent;

import java.util.List;
import java.util.Objects;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps the report in which Spring for GraphQL says how the schema and the code fit
 * together. The members of unions and the implementations of interfaces are found by
 * their name, in whatever package they are.
 */
@TestConfiguration(proxyBeanMethods = false)
class SchemaInspection {

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.incumbent");

	private @Nullable SchemaReport report;

	@Bean
	GraphQlSourceBuilderCustomizer schemaInspectionCustomizer() {
		return this::inspect;
	}

	SchemaReport report() {
		return Objects.requireNonNull(this.report, "the schema has not been built yet");
	}

	/**
	 * Whether a record inherits the field's method from an interface, which GraphQL Java
	 * calls but the inspection does not look for.
	 */
	boolean isInherited(FieldCoordinates field) {
		return this.classes.stream()
			.filter((each) -> each.getSimpleName().equals(field.getTypeName()))
			.map(JavaClass::reflect)
			.anyMatch((each) -> ReflectionUtils.findMethod(each, field.getFieldName()) != null);
	}

	private void inspect(SchemaResourceBuilder builder) {
		builder.inspectSchemaMappings(
				(initializer) -> initializer.classResolver((type, interfaceOrUnion) -> classesOf(type)),
				(result) -> this.report = result);
	}

	private List<Class<?>> classesOf(GraphQLObjectType type) {
		return this.classes.stream()
			.filter((each) -> each.getSimpleName().equals(type.getName()))
			.<Class<?>>map(JavaClass::reflect)
			.toList();
	}

}

package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.GraphQL;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;

/**
 * Has the fields of an answer call the methods of the controllers themselves, without
 * what Spring does around each: it carries the context of the request from thread to
 * thread, though all fields are found in one, and turns every argument into its parameter
 * anew for every record. An answer has hundreds of fields.
 */
@Component
class DirectFields implements BeanPostProcessor {

	private final ApplicationContext beans;

	DirectFields(ApplicationContext beans) {
		this.beans = beans;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof GraphQlSource source) ? direct(source) : bean;
	}

	private GraphQlSource direct(GraphQlSource source) {
		GraphQLSchema schema = source.schema();
		GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
		FieldParameters parameters = new FieldParameters(this.beans.getBean(LoaderArgumentResolver.class),
				this.beans.getBeanProvider(HandlerMethodArgumentResolver.class).orderedStream().toList(),
				records(this.beans));
		for (String name : this.beans.getBeanNamesForAnnotation(Controller.class)) {
			Map<Method, SchemaMapping> methods = methods(Objects.requireNonNull(this.beans.getType(name)));
			if (!methods.isEmpty()) {
				Object controller = this.beans.getBean(name);
				methods.forEach((method, mapping) -> {
					FieldCoordinates place = place(method, mapping, parameters);
					parameters.check(method, place);
					replace(schema, code, place, controller, method, parameters);
				});
			}
		}
		GraphQLSchema direct = schema.transformWithoutTypes((builder) -> builder.codeRegistry(code.build()));
		QueryInstrumentation instrumentation = QueryInstrumentation.of(source.graphQl().getInstrumentation());
		DirectStrategy strategy = new DirectStrategy(DataFetcherExceptionResolver.createExceptionHandler(
				this.beans.getBeanProvider(DataFetcherExceptionResolver.class).orderedStream().toList()));
		return new Source(source.graphQl()
			.transform((builder) -> builder.schema(direct)
				.instrumentation(instrumentation)
				.queryExecutionStrategy(strategy)), direct);
	}

	private static List<Class<?>> records(ApplicationContext beans) {
		List<Class<?>> records = new ArrayList<>();
		beans.getBeansOfType(NodeRepository.class).values().forEach((repository) -> records.add(repository.type()));
		return records;
	}

	private static Map<Method, SchemaMapping> methods(Class<?> controller) {
		return MethodIntrospector.selectMethods(controller,
				(MetadataLookup<SchemaMapping>) (method) -> AnnotatedElementUtils.findMergedAnnotation(method,
						SchemaMapping.class));
	}

	private static FieldCoordinates place(Method method, SchemaMapping mapping, FieldParameters parameters) {
		String type = StringUtils.hasText(mapping.typeName()) ? mapping.typeName()
				: parameters.source(method).getSimpleName();
		return FieldCoordinates.coordinates(type,
				StringUtils.hasText(mapping.field()) ? mapping.field() : method.getName());
	}

	private static void replace(GraphQLSchema schema, GraphQLCodeRegistry.Builder code, FieldCoordinates place,
			Object controller, Method method, FieldParameters parameters) {
		if (schema.getType(place.getTypeName()) instanceof GraphQLInterfaceType parent) {
			for (GraphQLImplementingType type : schema.getImplementations(parent)) {
				replace(schema, code, FieldCoordinates.coordinates(type.getName(), place.getFieldName()), controller,
						method, parameters);
			}
		}
		else {
			code.dataFetcher(place, new DirectField(controller, method, parameters.of(method)));
		}
	}

	/**
	 * What Spring made, with the fields replaced.
	 */
	private record Source(GraphQL graphQl, GraphQLSchema schema) implements GraphQlSource {

	}

}

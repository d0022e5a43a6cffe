package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.support.ArgumentMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.ArgumentsMethodArgumentResolver;

/**
 * Tells how the parameters of a controller's method are found.
 */
final class FieldParameters {

	private static final String ROOT = "Query";

	/** Bytes that what was made of arguments may take, about. */
	private static final int MOST = 2_000_000;

	private final LoaderArgumentResolver loaders;

	private final List<HandlerMethodArgumentResolver> ours;

	private final List<HandlerMethodArgumentResolver> springs;

	private final Cache<Binding, Object> bound = Caffeine.newBuilder()
		.maximumWeight(MOST)
		.weigher((Binding binding, Object made) -> binding.weight() + RowWeight.of(made))
		.build();

	private final Collection<Class<?>> records;

	/**
	 * Tells how parameters are found.
	 * @param ours finds those that are none of Spring's
	 * @param records the classes of the records that have an id, which have the names of
	 * their types
	 */
	FieldParameters(LoaderArgumentResolver loaders, List<HandlerMethodArgumentResolver> ours,
			Collection<Class<?>> records) {
		this.records = records;
		this.loaders = loaders;
		this.ours = ours;
		GraphQlArgumentBinder binder = new GraphQlArgumentBinder(GraphQlArgumentBinder.Options.create()
			.conversionService(ApplicationConversionService.getSharedInstance()));
		this.springs = List.of(new ArgumentMethodArgumentResolver(binder), new ArgumentsMethodArgumentResolver(binder));
	}

	/**
	 * The type of the records that have the field which a method finds.
	 */
	Class<?> source(Method method) {
		return parameters(method).stream()
			.filter(this::isSource)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"%s has no parameter for the record that has the field: add it, or name the type in the annotation"
						.formatted(named(method))))
			.getParameterType();
	}

	/**
	 * Refuses a method with a parameter that nobody knows, which would be given the
	 * record.
	 * @param place the field that the method finds
	 * @throws IllegalStateException if it has one
	 */
	void check(Method method, FieldCoordinates place) {
		boolean found = place.getTypeName().equals(ROOT);
		for (MethodParameter parameter : parameters(method).stream().filter(this::isSource).toList()) {
			if (found || !isRecordOf(parameter.getParameterType(), place.getTypeName())) {
				throw new IllegalStateException(
						"The parameter '%s' of %s is no argument, page or loader, and not the record of type %s that has the field '%s'"
							.formatted(parameter.getParameterName(), named(method), place.getTypeName(),
									place.getFieldName()));
			}
			found = true;
		}
	}

	private boolean isRecordOf(Class<?> parameter, String type) {
		return parameter.getSimpleName().equals(type) || this.records.stream()
			.anyMatch((each) -> each.getSimpleName().equals(type) && parameter.isAssignableFrom(each));
	}

	private static String named(Method method) {
		return method.getDeclaringClass().getSimpleName() + '.' + method.getName();
	}

	/**
	 * How each parameter of a method is found.
	 */
	List<FieldParameter> of(Method method) {
		return parameters(method).stream().map(this::of).toList();
	}

	private FieldParameter of(MethodParameter parameter) {
		if (this.loaders.supportsParameter(parameter)) {
			return this.loaders.of(parameter);
		}
		for (HandlerMethodArgumentResolver resolver : this.ours) {
			if (resolver.supportsParameter(parameter)) {
				return (FieldParameter.OfQuery) (environment) -> resolver.resolveArgument(parameter, environment);
			}
		}
		for (HandlerMethodArgumentResolver resolver : this.springs) {
			if (resolver.supportsParameter(parameter)) {
				Argument argument = parameter.getParameterAnnotation(Argument.class);
				String name = (argument == null || argument.name().isEmpty()) ? parameter.getParameterName()
						: argument.name();
				return (FieldParameter.OfQuery) (environment) -> bound(parameter, resolver, environment,
						(argument == null) ? environment.getArguments() : environment.getArguments().get(name));
			}
		}
		return (FieldParameter.OfRecord) (source, place) -> source;
	}

	/**
	 * What is made of an argument, or of all of them, for a parameter. Spring does so by
	 * reflection, so it is done once for those that are the same.
	 */
	private @Nullable Object bound(MethodParameter parameter, HandlerMethodArgumentResolver resolver,
			DataFetchingEnvironment environment, @Nullable Object given) throws Exception {
		if (given == null) {
			return resolver.resolveArgument(parameter, environment);
		}
		Binding binding = new Binding(parameter, given);
		Object known = this.bound.getIfPresent(binding);
		if (known == null) {
			known = resolver.resolveArgument(parameter, environment);
			if (known != null) {
				this.bound.put(binding, known);
			}
		}
		return known;
	}

	private boolean isSource(MethodParameter parameter) {
		return Stream.concat(this.ours.stream(), this.springs.stream())
			.noneMatch((resolver) -> resolver.supportsParameter(parameter));
	}

	private static List<MethodParameter> parameters(Method method) {
		List<MethodParameter> parameters = new ArrayList<>();
		for (int i = 0; i < method.getParameterCount(); i++) {
			MethodParameter parameter = new SynthesizingMethodParameter(method, i);
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			parameters.add(parameter);
		}
		return parameters;
	}

	private record Binding(MethodParameter parameter, Object given) implements Comparable<Binding> {

		/**
		 * Used among those with the same hash, which somebody could send very many of.
		 */
		@Override
		public int compareTo(Binding other) {
			return (this.parameter + "=" + this.given).compareTo(other.parameter + "=" + other.given);
		}

		int weight() {
			return RowWeight.of(this.given);
		}

	}

}

package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.ArgumentMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.ArgumentsMethodArgumentResolver;

/**
 * Tells how the parameters of a controller's method are found.
 */
final class FieldParameters {

	private final Batches batches;

	private final LoaderArgumentResolver loaders;

	private final List<HandlerMethodArgumentResolver> given;

	FieldParameters(Batches batches, LoaderArgumentResolver loaders, HandlerMethodArgumentResolver page) {
		this.batches = batches;
		this.loaders = loaders;
		GraphQlArgumentBinder binder = new GraphQlArgumentBinder(GraphQlArgumentBinder.Options.create()
			.conversionService(ApplicationConversionService.getSharedInstance()));
		this.given = List.of(new ArgumentMethodArgumentResolver(binder), new ArgumentsMethodArgumentResolver(binder),
				page);
	}

	/**
	 * The type of the records that have the field which a method finds.
	 */
	Class<?> source(Method method) {
		return parameters(method).stream().filter(this::isSource).findFirst().orElseThrow().getParameterType();
	}

	/**
	 * How each parameter of a method is found.
	 */
	List<FieldParameter> of(Method method) {
		return parameters(method).stream().map(this::of).toList();
	}

	private FieldParameter of(MethodParameter parameter) {
		if (this.loaders.supportsParameter(parameter)) {
			String name = this.loaders.name(parameter);
			return (source, environment) -> this.batches.loader(name, environment);
		}
		if (parameter.getParameterType() == DataFetchingEnvironment.class) {
			return (source, environment) -> environment.get();
		}
		for (HandlerMethodArgumentResolver resolver : this.given) {
			if (resolver.supportsParameter(parameter)) {
				return new Given(parameter, resolver);
			}
		}
		return (source, environment) -> source;
	}

	private boolean isSource(MethodParameter parameter) {
		return !this.loaders.supportsParameter(parameter)
				&& parameter.getParameterType() != DataFetchingEnvironment.class
				&& this.given.stream().noneMatch((resolver) -> resolver.supportsParameter(parameter));
	}

	private static List<MethodParameter> parameters(Method method) {
		List<MethodParameter> parameters = new ArrayList<>();
		for (int i = 0; i < method.getParameterCount(); i++) {
			MethodParameter parameter = new MethodParameter(method, i);
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			parameters.add(parameter);
		}
		return parameters;
	}

	private record Given(MethodParameter parameter, HandlerMethodArgumentResolver resolver) implements FieldParameter {

		@Override
		public @Nullable Object value(@Nullable Object source, Supplier<DataFetchingEnvironment> environment)
				throws Exception {
			return this.resolver.resolveArgument(this.parameter, environment.get());
		}

		@Override
		public boolean isGivenByQuery() {
			return true;
		}

	}

}

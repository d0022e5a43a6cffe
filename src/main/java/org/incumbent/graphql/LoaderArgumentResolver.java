package org.incumbent.graphql;

import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Lets a controller method take a {@link Loader}.
 */
@Component
class LoaderArgumentResolver implements HandlerMethodArgumentResolver {

	private final Batches batches;

	LoaderArgumentResolver(Batches batches) {
		this.batches = batches;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Loader.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		return this.batches.loader(name(parameter), () -> environment);
	}

	/**
	 * The name of what a parameter finds things with.
	 */
	String name(MethodParameter parameter) {
		Class<?> node = ResolvableType.forMethodParameter(parameter).getGeneric(1).resolve(Object.class);
		String name = NodeLoaders.batch(node);
		return this.batches.has(name) ? name : Objects.requireNonNull(parameter.getParameterName());
	}

}

package org.incumbent.graphql;

import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Lets a controller method take a {@link Loader} or the {@link NodeLoader}.
 */
@Component
class LoaderArgumentResolver implements HandlerMethodArgumentResolver {

	private final Batches batches;

	private final NodeLoaders nodes;

	LoaderArgumentResolver(Batches batches, NodeLoaders nodes) {
		this.batches = batches;
		this.nodes = nodes;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Loader.class || parameter.getParameterType() == NodeLoader.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		return of(parameter).value(null, FieldPlace.of(() -> environment));
	}

	/**
	 * How such a parameter is found.
	 */
	FieldParameter.OfRecord of(MethodParameter parameter) {
		if (parameter.getParameterType() == NodeLoader.class) {
			return (source, place) -> new NodeLoader(this.nodes, place);
		}
		String name = name(parameter);
		return (source, place) -> this.batches.loader(name, place);
	}

	/**
	 * The name of what a parameter finds things with.
	 */
	private String name(MethodParameter parameter) {
		Class<?> node = ResolvableType.forMethodParameter(parameter).getGeneric(1).resolve(Object.class);
		String name = NodeLoaders.batch(node);
		return this.batches.has(name) ? name : Objects.requireNonNull(parameter.getParameterName());
	}

}

package org.incumbent.graphql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import org.incumbent.store.KeptRelease;
import org.incumbent.store.RequestedRelease;
import org.jspecify.annotations.Nullable;

/**
 * A field that a method of a controller finds. What the query gives the field is made
 * into the method's parameters once, and not for each record; what is ready at once is
 * handed on as it is, and not as a future.
 */
final class DirectField implements LightDataFetcher<Object> {

	private final Object controller;

	private final Method method;

	private final List<FieldParameter> parameters;

	private final boolean hasArguments;

	DirectField(Object controller, Method method, List<FieldParameter> parameters) {
		this.controller = controller;
		this.method = method;
		method.setAccessible(true);
		this.parameters = parameters;
		this.hasArguments = parameters.stream().anyMatch(FieldParameter::isGivenByQuery);
	}

	@Override
	public @Nullable Object get(GraphQLFieldDefinition field, @Nullable Object source,
			Supplier<DataFetchingEnvironment> environment) throws Exception {
		if (RequestedRelease.get() == null) {
			KeptRelease asked = environment.get().getGraphQlContext().get(KeptRelease.class);
			if (asked != null) {
				return RequestedRelease.during(asked, () -> found(source, environment));
			}
		}
		return invoke(source, environment);
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
	}

	/**
	 * In another thread than the request's.
	 */
	private @Nullable Object found(@Nullable Object source, Supplier<DataFetchingEnvironment> environment) {
		try {
			return invoke(source, environment);
		}
		catch (Exception ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private @Nullable Object invoke(@Nullable Object source, Supplier<DataFetchingEnvironment> environment)
			throws Exception {
		@Nullable Object[] values = this.hasArguments ? given(environment.get()).clone()
				: new @Nullable Object[this.parameters.size()];
		for (int i = 0; i < values.length; i++) {
			FieldParameter parameter = this.parameters.get(i);
			if (!parameter.isGivenByQuery()) {
				values[i] = parameter.value(source, environment);
			}
		}
		try {
			return ready(this.method.invoke(this.controller, values));
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof Exception failure) {
				throw failure;
			}
			throw ex;
		}
	}

	/**
	 * The parameters that depend on nothing but the place of the field in the query.
	 */
	private @Nullable Object[] given(DataFetchingEnvironment environment) throws Exception {
		if (environment.getMergedField().getFields().size() > 1) {
			return resolve(environment);
		}
		Map<Field, @Nullable Object[]> known = environment.getGraphQlContext()
			.computeIfAbsent(this, (absent) -> new ConcurrentHashMap<>());
		@Nullable Object[] given = known.get(environment.getField());
		if (given == null) {
			given = resolve(environment);
			known.put(environment.getField(), given);
		}
		return given;
	}

	private @Nullable Object[] resolve(DataFetchingEnvironment environment) throws Exception {
		@Nullable Object[] values = new @Nullable Object[this.parameters.size()];
		for (int i = 0; i < values.length; i++) {
			FieldParameter parameter = this.parameters.get(i);
			values[i] = parameter.isGivenByQuery() ? parameter.value(null, () -> environment) : null;
		}
		return values;
	}

	private static @Nullable Object ready(@Nullable Object value) {
		if (value instanceof CompletableFuture<?> future && future.isDone() && !future.isCompletedExceptionally()) {
			return future.join();
		}
		return value;
	}

}

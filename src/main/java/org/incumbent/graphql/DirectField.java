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

	private final boolean ofRecordOnly;

	DirectField(Object controller, Method method, List<FieldParameter> parameters) {
		this.controller = controller;
		this.method = method;
		method.setAccessible(true);
		this.parameters = parameters;
		this.ofRecordOnly = parameters.stream().allMatch(FieldParameter.OfRecord.class::isInstance);
	}

	/**
	 * Whether it takes nothing from the query, so that its record and its place are
	 * enough to find it.
	 */
	boolean isOfRecordOnly() {
		return this.ofRecordOnly;
	}

	@Override
	public @Nullable Object get(GraphQLFieldDefinition field, @Nullable Object source,
			Supplier<DataFetchingEnvironment> environment) throws Exception {
		FieldPlace place = FieldPlace.of(environment);
		return this.ofRecordOnly ? get(source, place) : get(given(environment.get()), source, place);
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
	}

	/**
	 * Finds one that takes nothing from the query.
	 * @return what was found, or a future that is not done or has failed
	 */
	@Nullable Object get(@Nullable Object source, FieldPlace place) throws Exception {
		return invoke(new @Nullable Object[this.parameters.size()], source, place);
	}

	/**
	 * Finds one that takes something from the query.
	 * @param given the parameters that the query gives
	 * @return what was found, or a future that is not done or has failed
	 */
	@Nullable Object get(@Nullable Object[] given, @Nullable Object source, FieldPlace place) throws Exception {
		return invoke(given.clone(), source, place);
	}

	private @Nullable Object invoke(@Nullable Object[] values, @Nullable Object source, FieldPlace place)
			throws Exception {
		for (int i = 0; i < values.length; i++) {
			if (this.parameters.get(i) instanceof FieldParameter.OfRecord parameter) {
				values[i] = parameter.value(source, place);
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
	@Nullable Object[] given(DataFetchingEnvironment environment) throws Exception {
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
			if (this.parameters.get(i) instanceof FieldParameter.OfQuery parameter) {
				values[i] = parameter.value(environment);
			}
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

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import graphql.execution.ExecutionContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import org.incumbent.graphql.DirectSelection.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * A part of an answer that is made of records and of nothing else. What is not known yet
 * is left open and filled in when it was found. Whatever is out of the ordinary, such as
 * an error, or nothing where there has to be something, is left to graphql-java, which
 * then makes the whole part anew: a field gives the same each time, and what was found is
 * not looked for again.
 */
@SuppressWarnings("FutureReturnValueIgnored") // graphql-java takes a future for an object
final class DirectAnswer {

	private final ExecutionContext context;

	private final QueryLoaders loaders;

	private final Supplier<@Nullable Object> otherwise;

	/** How many values are left open. */
	private int open;

	private boolean givenUp;

	private @Nullable Object value;

	private @Nullable CompletableFuture<@Nullable Object> whole;

	private DirectAnswer(ExecutionContext context, Supplier<@Nullable Object> otherwise) {
		this.context = context;
		this.loaders = Objects.requireNonNull(context.getGraphQLContext().get(QueryLoaders.class));
		this.otherwise = otherwise;
	}

	/**
	 * The value of a field of a record, in the form of the answer.
	 * @param level how far in the field is
	 * @param otherwise how to make it if it is out of the ordinary
	 * @return a future of it if something is not known yet
	 */
	static @Nullable Object ofField(ExecutionContext context, Part part, @Nullable Object source, int level,
			Supplier<@Nullable Object> otherwise) {
		return new DirectAnswer(context, otherwise).make((answer) -> {
			Object found = answer.fetch(part, source, level);
			if (found instanceof CompletableFuture<?> future) {
				answer.wait(future, (later) -> answer.value = answer.complete(part, later, level));
				return null;
			}
			return answer.complete(part, found, level);
		});
	}

	/**
	 * What is selected of a record, in the form of the answer.
	 * @param level how far in the field is whose value the record is
	 * @param otherwise how to make it if it is out of the ordinary
	 * @return a future of it if something is not known yet
	 */
	static @Nullable Object ofRecord(ExecutionContext context, List<Part> parts, Object record, int level,
			Supplier<@Nullable Object> otherwise) {
		return new DirectAnswer(context, otherwise).make((answer) -> answer.object(parts, record, level));
	}

	private @Nullable Object make(Function<DirectAnswer, @Nullable Object> begin) {
		try {
			this.value = begin.apply(this);
		}
		catch (RuntimeException ex) {
			this.givenUp = true;
			return this.otherwise.get();
		}
		if (this.open == 0) {
			return this.value;
		}
		this.whole = new CompletableFuture<>();
		return this.whole;
	}

	private void wait(CompletableFuture<?> found, Consumer<@Nullable Object> fill) {
		if (found.isDone()) {
			// it has failed, or it would be no future
			throw new NotDirectException();
		}
		this.open++;
		found.whenComplete((later, failure) -> {
			if (!this.givenUp) {
				goOn(later, failure, fill);
			}
		});
	}

	private void goOn(@Nullable Object later, @Nullable Throwable failure, Consumer<@Nullable Object> fill) {
		CompletableFuture<@Nullable Object> answer = Objects.requireNonNull(this.whole);
		try {
			if (failure != null) {
				throw new NotDirectException();
			}
			fill.accept(later);
		}
		catch (RuntimeException ex) {
			this.givenUp = true;
			passOn(answer);
			return;
		}
		this.open--;
		if (this.open == 0) {
			answer.complete(this.value);
		}
	}

	private void passOn(CompletableFuture<@Nullable Object> answer) {
		try {
			Object now = this.otherwise.get();
			if (now instanceof CompletableFuture<?> future) {
				future.whenComplete((made, failure) -> {
					if (failure != null) {
						answer.completeExceptionally(failure);
					}
					else {
						answer.complete(made);
					}
				});
			}
			else {
				answer.complete(now);
			}
		}
		catch (RuntimeException ex) {
			answer.completeExceptionally(ex);
		}
	}

	private @Nullable Object fetch(Part part, @Nullable Object source, int level) {
		try {
			return (part.fetcher() instanceof DirectField field) ? field.get(source, place(level))
					: part.fetcher().get(part.definition(), source, DirectAnswer::environment);
		}
		catch (Exception ex) {
			throw new NotDirectException();
		}
	}

	/**
	 * A record needs none.
	 */
	private static DataFetchingEnvironment environment() {
		throw new NotDirectException();
	}

	private FieldPlace place(int level) {
		return new FieldPlace() {

			@Override
			public QueryLoaders loaders() {
				return DirectAnswer.this.loaders;
			}

			@Override
			public int level() {
				return level;
			}

		};
	}

	private Map<String, @Nullable Object> object(List<Part> parts, Object record, int level) {
		this.context.getEngineRunningState().throwIfCancelled();
		Map<String, @Nullable Object> object = CollectionUtils.newLinkedHashMap(parts.size());
		for (Part part : parts) {
			Object found = fetch(part, record, level + 1);
			if (found instanceof CompletableFuture<?> future) {
				// keeps its place
				object.put(part.name(), null);
				wait(future, (later) -> object.put(part.name(), complete(part, later, level + 1)));
			}
			else {
				object.put(part.name(), complete(part, found, level + 1));
			}
		}
		return object;
	}

	private @Nullable Object complete(Part part, @Nullable Object found, int level) {
		return complete(part.definition().getType(), part, found, level);
	}

	private @Nullable Object complete(GraphQLType type, Part part, @Nullable Object found, int level) {
		if (type instanceof GraphQLNonNull something) {
			Object value = complete(something.getWrappedType(), part, found, level);
			if (value == null) {
				throw new NotDirectException();
			}
			return value;
		}
		Object value = this.context.getValueUnboxer().unbox(found);
		if (value == null) {
			return null;
		}
		if (type instanceof GraphQLList list) {
			return list(list.getWrappedType(), part, value, level);
		}
		if (type instanceof GraphQLScalarType scalar) {
			return scalar.getCoercing().serialize(value, this.context.getGraphQLContext(), this.context.getLocale());
		}
		if (type instanceof GraphQLEnumType choice) {
			return choice.serialize(value, this.context.getGraphQLContext(), this.context.getLocale());
		}
		return object(part, value, level);
	}

	private List<@Nullable Object> list(GraphQLType type, Part part, Object found, int level) {
		if (!(found instanceof Collection<?> items)) {
			throw new NotDirectException();
		}
		List<@Nullable Object> values = new ArrayList<>(items.size());
		for (Object item : items) {
			values.add(complete(type, part, item, level));
		}
		return values;
	}

	private Map<String, @Nullable Object> object(Part part, Object record, int level) {
		String type = (part.selections().size() == 1) ? part.selections().keySet().iterator().next()
				: record.getClass().getSimpleName();
		DirectSelection selection = part.selections().get(type);
		if (selection == null || selection.parts() == null) {
			throw new NotDirectException();
		}
		return object(selection.parts(), record, level);
	}

	/**
	 * Says that a part of an answer is left to graphql-java, which finds the reason.
	 */
	private static final class NotDirectException extends RuntimeException {

		NotDirectException() {
			super("Left to graphql-java", null, false, false);
		}

	}

}

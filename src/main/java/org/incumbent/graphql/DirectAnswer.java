package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import org.incumbent.graphql.DirectSelection.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * What an answer says of a record, made of that record and of those that it leads to.
 * What is not known yet is left open and filled in when it was found. Whatever is out of
 * the ordinary, such as an error, or nothing where there has to be something, is left to
 * graphql-java, which then makes the whole anew: a field gives the same each time, and
 * what was wanted by loaders is not looked for again.
 */
@SuppressWarnings("FutureReturnValueIgnored") // graphql-java takes a future for an object
final class DirectAnswer {

	private final ExecutionContext context;

	private final QueryLoaders loaders;

	private final AnswerSize size;

	private final Supplier<Object> otherwise;

	private final CompletableFuture<Object> later = new CompletableFuture<>();

	/** That of the request, which alone knows the release and the deadline. */
	private final Thread thread = Thread.currentThread();

	private @Nullable Object whole;

	/** How many objects of it are counted. */
	private int objects;

	/** How many characters of it are counted, with the names of its fields. */
	private long characters;

	/** How many values are left open. */
	private int open;

	private boolean givenUp;

	private DirectAnswer(ExecutionContext context, Supplier<Object> otherwise) {
		this.context = context;
		this.loaders = Objects.requireNonNull(context.getGraphQLContext().get(QueryLoaders.class));
		this.size = Objects.requireNonNull(context.getGraphQLContext().get(AnswerSize.class));
		this.otherwise = otherwise;
	}

	/**
	 * What is selected of a record, in the form of the answer.
	 * @param level how far in the field is whose value the record is
	 * @param otherwise how to make it if something is out of the ordinary
	 * @return a future of it if something is not known yet
	 */
	static Object of(ExecutionContext context, List<Part> parts, Object record, int level, Supplier<Object> otherwise) {
		return new DirectAnswer(context, otherwise).make(parts, record, level);
	}

	private Object make(List<Part> parts, Object record, int level) {
		try {
			this.whole = object(parts, record, level);
		}
		catch (AbortExecutionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			this.givenUp = true;
			return makeOtherwise();
		}
		return (this.open == 0) ? this.whole : this.later;
	}

	private Object makeOtherwise() {
		this.size.takeBack(this.objects, this.characters);
		return this.otherwise.get();
	}

	private Map<String, @Nullable Object> object(List<Part> parts, Object record, int level) {
		this.context.getEngineRunningState().throwIfCancelled();
		this.size.add();
		this.objects++;
		Map<String, @Nullable Object> object = CollectionUtils.newLinkedHashMap(parts.size());
		for (Part part : parts) {
			count(AnswerSize.of(part.name()));
			Object found = find(part, record, level + 1);
			if (found instanceof CompletableFuture<?> future) {
				// keeps its place
				object.put(part.name(), null);
				leaveOpen(future, (value) -> object.put(part.name(), complete(part.type(), part, value, level + 1)));
			}
			else {
				object.put(part.name(), complete(part.type(), part, found, level + 1));
			}
		}
		return object;
	}

	private @Nullable Object find(Part part, Object record, int level) {
		try {
			return part.finder().find(record, new Place(this.loaders, level));
		}
		catch (Exception ex) {
			throw new NotDirectException();
		}
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
			return counted(
					scalar.getCoercing().serialize(value, this.context.getGraphQLContext(), this.context.getLocale()));
		}
		if (type instanceof GraphQLEnumType choice) {
			return counted(choice.serialize(value, this.context.getGraphQLContext(), this.context.getLocale()));
		}
		return object(part, value, level);
	}

	private @Nullable Object counted(@Nullable Object value) {
		count(AnswerSize.of(value));
		return value;
	}

	private void count(int characters) {
		this.characters += characters;
		this.size.add(characters);
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
		List<Part> parts = part.within().of(record);
		if (parts == null) {
			throw new NotDirectException();
		}
		return object(parts, record, level);
	}

	private void leaveOpen(CompletableFuture<?> future, Consumer<@Nullable Object> fill) {
		if (future.isDone()) {
			// it has failed, or it would be no future
			throw new NotDirectException();
		}
		this.open++;
		future.whenComplete((found, failure) -> {
			if (!this.givenUp) {
				goOn(found, failure, fill);
			}
		});
	}

	private void goOn(@Nullable Object found, @Nullable Throwable failure, Consumer<@Nullable Object> fill) {
		try {
			if (!Thread.currentThread().equals(this.thread)) {
				throw new IllegalStateException("A field was found in another thread than that of its request");
			}
			if (failure == null && isFilled(found, fill)) {
				this.open--;
				if (this.open == 0) {
					this.later.complete(this.whole);
				}
				return;
			}
			this.givenUp = true;
			passOn();
		}
		catch (Throwable ex) {
			// nobody else would hear of it
			this.givenUp = true;
			this.later.completeExceptionally(ex);
		}
	}

	private static boolean isFilled(@Nullable Object found, Consumer<@Nullable Object> fill) {
		try {
			fill.accept(found);
			return true;
		}
		catch (AbortExecutionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private void passOn() {
		Object made = makeOtherwise();
		if (!(made instanceof CompletableFuture<?> future)) {
			this.later.complete(made);
			return;
		}
		future.whenComplete((value, failure) -> {
			if (failure != null) {
				this.later.completeExceptionally(failure);
			}
			else {
				this.later.complete(value);
			}
		});
	}

	private record Place(QueryLoaders loaders, int level) implements FieldPlace {

	}

}

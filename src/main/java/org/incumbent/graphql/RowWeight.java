package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * About how many bytes a record takes in memory with all that it holds.
 */
final class RowWeight {

	private static final long OBJECT = 24;

	private static final long REFERENCE = 8;

	/** An entry of the cache, and a text's two objects, each beside what they hold. */
	private static final long ENTRY = 96;

	private static final long TEXT = 48;

	private static final ClassValue<Method[]> COMPONENTS = new ClassValue<>() {

		@Override
		protected Method[] computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents())
				.map(RecordComponent::getAccessor)
				.peek((accessor) -> accessor.setAccessible(true))
				.toArray(Method[]::new);
		}

	};

	private RowWeight() {
	}

	/**
	 * The bytes that a key or what was found for it takes in the cache.
	 */
	static int of(Object cached) {
		return (int) Math.min(Integer.MAX_VALUE / 4, ENTRY + weigh(cached));
	}

	private static long weigh(@Nullable Object value) {
		if (value == null || value instanceof Enum<?> || value instanceof Boolean) {
			return 0;
		}
		if (value instanceof String text) {
			return TEXT + text.length();
		}
		if (value instanceof Collection<?> all) {
			return OBJECT + all.stream().mapToLong((each) -> REFERENCE + weigh(each)).sum();
		}
		if (value instanceof Map<?, ?> all) {
			return weigh(all.keySet()) + weigh(all.values());
		}
		return (value instanceof Record row) ? weigh(row) : OBJECT;
	}

	private static long weigh(Record row) {
		long weight = OBJECT;
		for (Method component : COMPONENTS.get(row.getClass())) {
			weight += REFERENCE + weigh(value(component, row));
		}
		return weight;
	}

	private static @Nullable Object value(Method component, Record row) {
		try {
			return component.invoke(row);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("The components of a record can be read", ex);
		}
	}

}

package org.incumbent.paging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.incumbent.graphql.GlobalId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The values of one SQL statement, each under a name of its own.
 */
public final class Bindings {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final @Nullable LocalDate asOf;

	public Bindings() {
		this(null);
	}

	/**
	 * The values of a statement that asks about a day.
	 */
	public Bindings(@Nullable LocalDate asOf) {
		this.asOf = asOf;
	}

	/**
	 * The day that the statement asks about, null where it asks about none.
	 */
	public @Nullable LocalDate asOf() {
		return this.asOf;
	}

	/**
	 * Adds a value and gives the placeholder for it.
	 */
	public String bind(Object value) {
		String name = "p" + this.values.size();
		this.values.put(name, value);
		return ":" + name;
	}

	/**
	 * Adds the names of enum values as one array and gives the condition that a column
	 * holds one of them.
	 */
	public String in(String column, Collection<? extends Enum<?>> constants) {
		return inTexts(column, constants.stream().<String>map(Enum::name).toList());
	}

	/**
	 * Adds texts as one array and gives the condition that a column holds one of them.
	 */
	public String inTexts(String column, Collection<String> texts) {
		Set<String> distinct = new LinkedHashSet<>(texts);
		return "%s in (select v.item from unnest(cast(%s as varchar array)) v(item))".formatted(column,
				bind(new SqlArrayValue("varchar", distinct.toArray())));
	}

	/**
	 * Adds the key inside a client's id and gives the SQL for the key that answers for it
	 * now.
	 * @param argument the argument that brought the id, named in the error
	 */
	public String key(String id, String type, String argument) {
		return current(type, GlobalId.keyOf(id, type, argument));
	}

	/**
	 * Adds a key and gives the SQL for the key that answers for it now, should its record
	 * have been merged into another.
	 */
	public String current(String type, String key) {
		String name = bind(key);
		return """
				coalesce((
				  select r.target_id from redirects r
				  where r.record_type = %s and r.kind = 'ID' and r.old_value = %s
				), %s)""".formatted(bind(type), name, name);
	}

	public Map<String, Object> values() {
		return this.values;
	}

}

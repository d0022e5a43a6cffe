package org.incumbent.release;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column hold.
 *
 * @param description a sentence for people
 * @param values the only values allowed, in a list the only items; empty if any is
 * @param pattern what a cell matches as a whole, null if there is no such rule
 * @param minimum the least integer allowed, null if any is
 */
record ColumnFormat(String name, String description, Type type, boolean required, boolean unique, List<String> values,
		@Nullable Pattern pattern, @Nullable Integer minimum) {

	/**
	 * How a cell's text is read.
	 */
	enum Type {

		TEXT, LIST, BOOLEAN, INTEGER, DATE, EDTF, URL

	}

}

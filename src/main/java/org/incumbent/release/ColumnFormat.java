package org.incumbent.release;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column hold.
 *
 * @param values the only values allowed, empty if any is
 * @param pattern what a whole value matches, null if there is no such rule
 */
record ColumnFormat(String name, Type type, boolean required, boolean unique, Set<String> values,
		@Nullable Pattern pattern) {

	/**
	 * How a cell's text is read.
	 */
	enum Type {

		TEXT, LIST, BOOLEAN, INTEGER, DATE, EDTF, URL

	}

}

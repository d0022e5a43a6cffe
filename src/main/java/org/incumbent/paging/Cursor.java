package org.incumbent.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.incumbent.graphql.BadRequestException;

/**
 * A place in a list: the sort key and the key of the record that stands there.
 */
record Cursor(String sortKey, String key) {

	private static final String VERSION = "1";

	private static final char SEPARATOR = '\n';

	private static final int LONGEST = 2000;

	String encode(Sort sort) {
		String text = String.join(String.valueOf(SEPARATOR), VERSION, sort.name(), this.sortKey, this.key);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads what {@link #encode} wrote for the same order.
	 * @param argument the argument that brought it, named in the error
	 */
	static Cursor decode(String cursor, Sort sort, String argument) {
		if (cursor.length() > LONGEST) {
			throw unknown(argument);
		}
		List<String> parts = split(cursor, argument);
		if (parts.size() != 4 || !parts.get(0).equals(VERSION)) {
			throw unknown(argument);
		}
		if (!parts.get(1).equals(sort.name())) {
			throw new BadRequestException("the cursor in '" + argument
					+ "' comes from another list or another order: send it to the list and the order that gave it");
		}
		return new Cursor(parts.get(2), parts.get(3));
	}

	private static List<String> split(String cursor, String argument) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(cursor);
			return List.of(new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1));
		}
		catch (IllegalArgumentException ex) {
			throw unknown(argument);
		}
	}

	private static BadRequestException unknown(String argument) {
		return new BadRequestException("'" + argument
				+ "' is not a cursor of this API: send a 'cursor', 'startCursor' or 'endCursor' that an earlier answer gave");
	}

}

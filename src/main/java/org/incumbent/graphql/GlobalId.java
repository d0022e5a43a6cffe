package org.incumbent.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The opaque id of a record, the same from release to release: its GraphQL type and its
 * key in the data package.
 *
 * @param type the name of the GraphQL type, such as {@code Person}
 * @param key the record's immutable key, such as {@code ian-dalton}
 */
public record GlobalId(String type, String key) {

	private static final int LONGEST = 400;

	/**
	 * The text that clients see.
	 */
	public static String of(String type, String key) {
		byte[] bytes = (type + ':' + key).getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Reads what {@link #of} wrote.
	 * @throws BadRequestException if the text is not an id of this API
	 */
	public static GlobalId parse(String id) {
		if (id.length() > LONGEST) {
			throw unknown(id.substring(0, 40) + "…");
		}
		String text = decode(id);
		int colon = text.indexOf(':');
		if (colon < 1 || colon == text.length() - 1) {
			throw unknown(id);
		}
		return new GlobalId(text.substring(0, colon), text.substring(colon + 1));
	}

	/**
	 * The key in an id that has to be of the given type.
	 * @param argument the argument that brought the id, named in the error
	 * @throws BadRequestException if the id is not one of that type
	 */
	public static String keyOf(String id, String type, String argument) {
		GlobalId parsed = parse(id);
		if (!parsed.type().equals(type)) {
			throw new BadRequestException(
					"'%s' takes the id of a record of type %s; this is the id of a record of type %s"
						.formatted(argument, type, parsed.type()));
		}
		return parsed.key();
	}

	private static String decode(String id) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
			return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw unknown(id);
		}
	}

	private static BadRequestException unknown(String id) {
		return new BadRequestException(
				"'%s' is not an id of this API: send an 'id' that an earlier answer gave, or look the record up by its slug"
					.formatted(id));
	}

}

package org.incumbent.release;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from a data package's descriptor what the package is called and under which terms
 * it comes.
 */
final class DescriptorReader {

	private static final PackageMetadata NOTHING = new PackageMetadata("", "", "", null, List.of(), null);

	private final List<Problem> problems;

	/**
	 * A reader that adds what it cannot read to the problems.
	 */
	DescriptorReader(List<Problem> problems) {
		this.problems = problems;
	}

	/**
	 * What the descriptor says.
	 * @param file its name with its directory, for messages
	 * @param content null if there is no such file
	 */
	PackageMetadata read(String file, byte @Nullable [] content) {
		if (content == null) {
			this.problems.add(new Problem(file, 1, 1,
					"the file is missing; add the package's descriptor with its name, title, version and licences"));
			return NOTHING;
		}
		try {
			return metadata(file, JsonMapper.shared().readTree(content));
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			int line = (location == null) ? 1 : Math.max(1, location.getLineNr());
			int column = (location == null) ? 1 : Math.max(1, location.getColumnNr());
			this.problems.add(new Problem(file, line, column, "the file is not JSON; correct it at this place"));
			return NOTHING;
		}
	}

	private PackageMetadata metadata(String file, JsonNode root) {
		List<PackageMetadata.Licence> licences = new ArrayList<>();
		for (JsonNode licence : root.path("licenses")) {
			licences.add(new PackageMetadata.Licence(licence.path("name").asString(""), text(licence, "title"),
					text(licence, "path")));
		}
		if (licences.isEmpty()) {
			this.problems.add(new Problem(file, 1, 1, "there are no `licenses`; give at least one, with its name"));
		}
		return new PackageMetadata(required(file, root, "name"), required(file, root, "title"),
				required(file, root, "version"), releasedOn(file, root), licences, text(root, "citation"));
	}

	private String required(String file, JsonNode root, String property) {
		String text = text(root, property);
		if (text == null) {
			this.problems.add(new Problem(file, 1, 1, "the property `" + property + "` is missing; add it"));
			return "";
		}
		return text;
	}

	private @Nullable LocalDate releasedOn(String file, JsonNode root) {
		String created = text(root, "created");
		try {
			return LocalDate.parse(String.valueOf(created).split("T", 2)[0]);
		}
		catch (DateTimeException ex) {
			String found = (created != null) ? "is " + Problem.quoted(created) : "is missing";
			this.problems.add(new Problem(file, 1, 1,
					"the property `created` " + found + "; give the day or time of the release, such as 2026-11-23"));
			return null;
		}
	}

	private static @Nullable String text(JsonNode node, String property) {
		String text = node.path(property).asString("").strip();
		return text.isEmpty() ? null : text;
	}

}

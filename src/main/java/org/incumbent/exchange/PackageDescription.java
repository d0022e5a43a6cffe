package org.incumbent.exchange;

import java.time.LocalDate;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the descriptor of a converted package says of the package as a whole.
 *
 * @param name a short name of lower-case words
 * @param title what it is, with whom to credit
 * @param description what is in it, in a sentence
 * @param licence the terms under which the foreign data came
 * @param credits what it was made of, to be named by whoever uses it
 */
record PackageDescription(String name, String title, String description, Licence licence, List<Credit> credits) {

	PackageDescription {
		credits = List.copyOf(credits);
	}

	/**
	 * The descriptor without its tables.
	 * @param day the day of the release
	 */
	ObjectNode descriptor(LocalDate day) {
		ObjectNode root = JsonMapper.shared().createObjectNode();
		root.put("profile", "tabular-data-package");
		root.put("name", this.name);
		root.put("title", this.title);
		root.put("description", this.description);
		root.put("version", day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth());
		root.put("created", day + "T00:00:00Z");
		ArrayNode licences = root.putArray("licenses");
		ObjectNode terms = licences.addObject().put("name", this.licence.name());
		if (!this.licence.path().isEmpty()) {
			terms.put("path", this.licence.path());
		}
		terms.put("title", this.licence.title());
		ArrayNode sources = root.putArray("sources");
		for (Credit credit : this.credits) {
			ObjectNode source = sources.addObject().put("title", credit.title());
			if (!credit.path().isEmpty()) {
				source.put("path", credit.path());
			}
		}
		return root;
	}

	/**
	 * A licence.
	 *
	 * @param name its name among open licences, or {@code notspecified}
	 * @param path where its text is, empty if it is not known
	 */
	record Licence(String name, String path, String title) {

	}

	/**
	 * Something that the package was made of.
	 *
	 * @param path where it is, empty if it is not on the web
	 */
	record Credit(String title, String path) {

	}

}

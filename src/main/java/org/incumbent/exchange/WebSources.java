package org.incumbent.exchange;

import java.util.LinkedHashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Writes the web pages that a record names as its sources.
 */
final class WebSources {

	private final PackageWriter out;

	private final Account account;

	WebSources(PackageWriter out, Account account) {
		this.out = out;
		this.account = account;
	}

	/**
	 * Cites each page of a record.
	 * @param type the type of our record, such as {@code Person}
	 * @param kind what is counted, such as {@code sources of people}
	 * @return the keys of the sources, in their order
	 */
	Set<String> cite(String type, String key, JsonNode sources, String kind, String origin) {
		Set<String> cited = new LinkedHashSet<>();
		for (JsonNode source : sources) {
			this.account.read(kind);
			String url = ForeignText.clean(source.path("url").asString(""));
			if (!ForeignText.isUrl(url)) {
				this.account.keptOut(kind, origin, "it has no address on the web that we take", url);
				continue;
			}
			this.account.taken(kind);
			String id = add(url, ForeignText.clean(source.path("note").asString("")), origin);
			if (cited.add(id)) {
				this.out.cite(type, key, id, "page", origin);
			}
		}
		return cited;
	}

	/**
	 * Adds a page.
	 * @param title its title, empty if none is known
	 */
	private String add(String url, String title, String origin) {
		String address = url.substring(url.indexOf("//") + 2);
		String id = "web-" + Keys.hash(url);
		this.out.add("sources", origin, "id", id, "slug", Keys.slug(address), PackageWriter.DISTINCTION, Keys.hash(url),
				"name", title.isEmpty() ? "[" + address + "]" : title, "kind", "OTHER", "url", url);
		return id;
	}

}

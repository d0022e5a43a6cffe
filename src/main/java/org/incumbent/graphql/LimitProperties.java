package org.incumbent.graphql;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask for, and how many may be executed at once.
 *
 * @param body the size of a request's body
 * @param characters the length of a query
 * @param tokens names, signs and values in a query; GraphiQL's introspection query has
 * some 300
 * @param depth braces and brackets within one another, fragments followed; the
 * introspection query has some 20
 * @param fields fields that a query selects, each fragment counted wherever it is used
 * @param rootFields fields at the top of an operation
 * @param aliases fields with another name than their own
 * @param directives directives in a query
 * @param fragments fragments that a query defines
 * @param spreads places where a query uses a fragment
 * @param nodes records that the lists of a query may hold, page sizes multiplied
 * @param objects objects in an answer, records and their parts
 * @param answer the size of an answer, about, before it is compressed
 * @param page records on one page; from 20, the size where the client names none, to
 * 10,000
 * @param list values in a list that is an argument or part of one
 * @param text characters of a string that is an argument or part of one
 * @param time how long an answer may take
 * @param atOnce queries that are executed at once
 * @param waiting queries that may wait for their turn
 * @param patience how long one waits for its turn
 * @param upload how long a body may take to come in
 * @param uploads the size of all bodies that are coming in
 */
@ConfigurationProperties("incumbent.limits")
record LimitProperties(@DefaultValue("256KB") DataSize body, @DefaultValue("100000") int characters,
		@DefaultValue("5000") int tokens, @DefaultValue("100") int depth, @DefaultValue("5000") int fields,
		@DefaultValue("50") int rootFields, @DefaultValue("200") int aliases, @DefaultValue("200") int directives,
		@DefaultValue("200") int fragments, @DefaultValue("500") int spreads, @DefaultValue("50000") int nodes,
		@DefaultValue("250000") int objects, @DefaultValue("10MB") DataSize answer, @DefaultValue("100") int page,
		@DefaultValue("100") int list, @DefaultValue("5000") int text, @DefaultValue("2s") Duration time,
		@DefaultValue("32") int atOnce, @DefaultValue("64") int waiting, @DefaultValue("1s") Duration patience,
		@DefaultValue("10s") Duration upload, @DefaultValue("32MB") DataSize uploads) {

	private static final int LARGEST_PAGE = 10_000;

	LimitProperties {
		if (page < QueryMeasure.PAGE || page > LARGEST_PAGE) {
			throw new IllegalArgumentException(
					"incumbent.limits.page is %d: set it to %d, the size of a page where a query names none, or more, up to %d"
						.formatted(page, QueryMeasure.PAGE, LARGEST_PAGE));
		}
	}

}

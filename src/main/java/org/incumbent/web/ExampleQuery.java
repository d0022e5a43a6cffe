package org.incumbent.web;

/**
 * A query that shows what can be asked.
 *
 * @param title what it asks, in words
 * @param query GraphQL, with the title as its first line
 */
record ExampleQuery(String title, String query) {
}

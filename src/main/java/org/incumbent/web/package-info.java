/**
 * What a browser finds: the home page, GraphiQL with the example queries, and the schema
 * as a file; and what every request and response has, whoever answers.
 */
@NullMarked
package org.incumbent.web;

import org.jspecify.annotations.NullMarked;

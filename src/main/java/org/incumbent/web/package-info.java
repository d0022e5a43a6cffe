/**
 * What a browser finds: the home page, GraphiQL with the example queries, and the schema
 * as a file.
 */
@NullMarked
package org.incumbent.web;

import org.jspecify.annotations.NullMarked;

/**
 * How GraphQL reaches the outside: scalars, global ids, errors and the HTTP route.
 */
@NullMarked
package org.incumbent.graphql;

import org.jspecify.annotations.NullMarked;

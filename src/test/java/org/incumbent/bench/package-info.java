/**
 * What the benchmark of queries compares the application with.
 */
@NullMarked
package org.incumbent.bench;

import org.jspecify.annotations.NullMarked;

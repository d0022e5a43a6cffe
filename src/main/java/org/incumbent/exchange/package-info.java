/**
 * Exchange: turns what others publish into a data package, and a package into what others
 * read.
 */
@NullMarked
package org.incumbent.exchange;

import org.jspecify.annotations.NullMarked;

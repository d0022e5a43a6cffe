/**
 * The published documents that facts come from, and what each of them says.
 */
@NullMarked
package org.incumbent.source;

import org.jspecify.annotations.NullMarked;

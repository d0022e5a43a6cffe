/**
 * Posts at organisations, whether or not anybody holds them.
 */
@NullMarked
package org.incumbent.role;

import org.jspecify.annotations.NullMarked;

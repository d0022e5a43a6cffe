/**
 * Who led which health service body in England, when, on whose word, and what was said
 * about it.
 */
@NullMarked
package org.incumbent;

import org.jspecify.annotations.NullMarked;

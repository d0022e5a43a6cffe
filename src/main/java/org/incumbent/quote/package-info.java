/**
 * Words that sources attribute to speakers, and what they react to.
 */
@NullMarked
package org.incumbent.quote;

import org.jspecify.annotations.NullMarked;

/**
 * Bodies, what they are part of and what became of them.
 */
@NullMarked
package org.incumbent.organisation;

import org.jspecify.annotations.NullMarked;

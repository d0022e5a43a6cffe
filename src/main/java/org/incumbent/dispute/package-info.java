/**
 * Facts on which sources differ, side by side.
 */
@NullMarked
package org.incumbent.dispute;

import org.jspecify.annotations.NullMarked;

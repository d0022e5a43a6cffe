/**
 * What happened, and who took part.
 */
@NullMarked
package org.incumbent.event;

import org.jspecify.annotations.NullMarked;

/**
 * What follows from many tenures together: turnover, and who served with whom.
 */
@NullMarked
package org.incumbent.analysis;

import org.jspecify.annotations.NullMarked;

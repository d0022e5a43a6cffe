package org.incumbent.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A mean number of days, as exact as the dates that it was worked out from.
 *
 * @param most null where a start is open
 */
record MeanDays(double least, @Nullable Double most) {

}

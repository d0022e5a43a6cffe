package org.incumbent.time;

import org.jspecify.annotations.Nullable;

/**
 * From one date to another, both included: the ends of an extent, or a member of a set.
 *
 * @param first null where open or unknown; a single date is its own first and last
 * @param last null where open or unknown, never together with {@code first}
 */
record EdtfSpan(@Nullable EdtfDate first, @Nullable EdtfDate last) {
}

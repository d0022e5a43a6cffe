package org.incumbent.paging;

import org.incumbent.time.Certainty;
import org.jspecify.annotations.Nullable;

/**
 * One record in its place in a list.
 *
 * @param certainty whether it held on the day asked about, null where no day was asked
 * about
 */
public record Edge<T>(T node, String cursor, @Nullable Certainty certainty) {

}

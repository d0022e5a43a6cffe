/**
 * Quotes whose printed attribution disagrees with the dataset.
 */
@NullMarked
package org.incumbent.attribution;

import org.jspecify.annotations.NullMarked;

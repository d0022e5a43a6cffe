/**
 * The data package: read, validated, loaded and described.
 */
@NullMarked
package org.incumbent.release;

import org.jspecify.annotations.NullMarked;

/**
 * Who sat where at a body on a day, and what changed between two days.
 */
@NullMarked
package org.incumbent.organogram;

import org.jspecify.annotations.NullMarked;

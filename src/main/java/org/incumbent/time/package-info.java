/**
 * Dates exactly as sure as their sources: EDTF text, the day that lies somewhere within,
 * and what follows from it for periods.
 */
@NullMarked
package org.incumbent.time;

import org.jspecify.annotations.NullMarked;

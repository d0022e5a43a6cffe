/**
 * Who held which role when, and how sure that is.
 */
@NullMarked
package org.incumbent.appointment;

import org.jspecify.annotations.NullMarked;

/**
 * The database in which releases of the dataset are kept side by side, and which of them
 * answers.
 */
@NullMarked
package org.incumbent.store;

import org.jspecify.annotations.NullMarked;

/**
 * Answers that are ready to be sent: kept as bytes, so that no question is answered twice
 * from the same release.
 */
@NullMarked
package org.incumbent.answer;

import org.jspecify.annotations.NullMarked;

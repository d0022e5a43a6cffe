/**
 * What became of bodies and what they came from, in law and in practice.
 */
@NullMarked
package org.incumbent.lineage;

import org.jspecify.annotations.NullMarked;

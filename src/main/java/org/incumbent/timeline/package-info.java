/**
 * What happened when: timelines of people and bodies, and who moved where.
 */
@NullMarked
package org.incumbent.timeline;

import org.jspecify.annotations.NullMarked;

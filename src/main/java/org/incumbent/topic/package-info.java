/**
 * Subjects that events and quotes are filed under.
 */
@NullMarked
package org.incumbent.topic;

import org.jspecify.annotations.NullMarked;

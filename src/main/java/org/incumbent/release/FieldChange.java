package org.incumbent.release;

import org.jspecify.annotations.Nullable;

/**
 * One value of a record in two releases.
 *
 * @param field a column of the data package, or a file whose rows belong to the record
 * @param before null where the earlier release has none
 * @param after null where the later release has none
 */
record FieldChange(String field, @Nullable String before, @Nullable String after) {

}

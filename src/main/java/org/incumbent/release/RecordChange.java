package org.incumbent.release;

import java.util.List;

import org.incumbent.paging.Walk;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record from one release to another.
 *
 * @param type its GraphQL type
 * @param slug in the later release, or in the earlier one if it is removed; null where
 * records of the type have none
 * @param fields the values that differ; all that the record has where it is added or
 * removed
 */
record RecordChange(String type, String key, @Nullable String slug, ChangeKind kind, List<FieldChange> fields) {

	RecordChange {
		fields = List.copyOf(fields);
	}

	Walk.Place place() {
		return new Walk.Place(this.type, this.key);
	}

}

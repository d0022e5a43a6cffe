package org.incumbent.release;

/**
 * What became of a record from one release to another.
 */
enum ChangeKind {

	/** Only the later release has it. */
	ADDED,

	/** Both have it, with other values. */
	CHANGED,

	/** Only the earlier release has it. */
	REMOVED

}

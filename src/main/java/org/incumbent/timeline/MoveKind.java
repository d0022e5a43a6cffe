package org.incumbent.timeline;

/**
 * Which way somebody moved.
 */
enum MoveKind {

	ARRIVED, LEFT

}

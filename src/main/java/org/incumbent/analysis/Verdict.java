package org.incumbent.analysis;

/**
 * Whether a figure that a source gives and the one counted here go together.
 */
enum Verdict {

	AGREE, DISAGREE, CANNOT_TELL

}

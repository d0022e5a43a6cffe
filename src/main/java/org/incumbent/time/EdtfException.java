package org.incumbent.time;

/**
 * Says that a text is not a date as we take it, where, and what would be right.
 */
public final class EdtfException extends IllegalArgumentException {

	private final int position;

	EdtfException(String message, int position) {
		super(message);
		this.position = position;
	}

	/**
	 * Returns the index of the offending character, counted from 0; the text's length
	 * where it ends too soon.
	 */
	public int position() {
		return this.position;
	}

}

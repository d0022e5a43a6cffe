package org.incumbent.exchange;

import java.util.HashMap;
import java.util.Map;

/**
 * Which record is below which, so that none comes to be below itself.
 */
final class Parents {

	private final Map<String, String> parents = new HashMap<>();

	/**
	 * Adds a link unless it would close a circle, or the record is below another already.
	 * @return whether it was added
	 */
	boolean add(String child, String parent) {
		for (String above = parent; above != null; above = this.parents.get(above)) {
			if (above.equals(child)) {
				return false;
			}
		}
		return this.parents.putIfAbsent(child, parent) == null;
	}

}

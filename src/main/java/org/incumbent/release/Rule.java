package org.incumbent.release;

import java.util.List;

/**
 * One theme of what makes a data package valid.
 */
interface Rule {

	/**
	 * Adds to the problems all that is wrong with the package in this theme. Cells may
	 * hold anything; one that another theme finds wrong is passed over.
	 */
	void check(PackageIndex data, List<Problem> problems);

}

package org.incumbent.exchange;

import java.nio.file.Path;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one foreign format.
 */
interface Importer {

	/**
	 * Reads what there is and adds its rows to a package.
	 * @param from the directory or file of the foreign data
	 * @param progress is told which file is being read
	 * @return the descriptor of the package, without its tables
	 * @throws ConversionException if it is not in this format
	 */
	ObjectNode read(Path from, Consumer<String> progress);

}

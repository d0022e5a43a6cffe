/**
 * The command line: what an author or an operator asks of a data package without a
 * server.
 */
@NullMarked
package org.incumbent.command;

import org.jspecify.annotations.NullMarked;

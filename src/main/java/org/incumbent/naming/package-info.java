/**
 * Other names of records, and the codes that other registers give them.
 */
@NullMarked
package org.incumbent.naming;

import org.jspecify.annotations.NullMarked;

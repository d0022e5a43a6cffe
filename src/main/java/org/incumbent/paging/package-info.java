/**
 * Lists a page at a time: keyset paging, filters and what they are bound to.
 */
@NullMarked
package org.incumbent.paging;

import org.jspecify.annotations.NullMarked;

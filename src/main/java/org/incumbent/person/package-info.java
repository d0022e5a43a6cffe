/**
 * The people who hold roles and are quoted.
 */
@NullMarked
package org.incumbent.person;

import org.jspecify.annotations.NullMarked;

package org.incumbent.naming;

import org.incumbent.source.Cited;

/**
 * A record that may have other names, and codes in other registers.
 */
public interface Named extends Cited {

}

package org.incumbent.analysis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The shortest ways from one person to another by who served with whom.
 *
 * @param steps how many steps each has, null where none was found
 * @param chains those whose weakest step has the most days first
 * @param moreChains whether there are others as short
 * @param complete whether the search came to its end; if not, there may be a chain where
 * none was found
 */
record ServiceChains(String fromKey, String toKey, @Nullable Integer steps, List<ServiceChain> chains,
		boolean moreChains, boolean complete) {

	ServiceChains {
		chains = List.copyOf(chains);
	}

}

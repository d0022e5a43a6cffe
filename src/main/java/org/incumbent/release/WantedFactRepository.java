package org.incumbent.release;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;

import org.springframework.stereotype.Repository;

/**
 * Lists what the release is known to lack.
 */
@Repository
class WantedFactRepository {

	private static final Sort BY_KEY = new Sort("wantedFacts", "id", false);

	private final KeysetRepository pages;

	WantedFactRepository(KeysetRepository pages) {
		this.pages = pages;
	}

	Connection<WantedFact> list(PageRequest page) {
		return this.pages.page(new Listing("wantedFacts", null, null, null, page),
				() -> new Selection<>("wanted_facts", WantedFact::of, "true", new Bindings(), BY_KEY, page));
	}

}

package org.incumbent.release;

import org.incumbent.paging.Bindings;
import org.incumbent.paging.Connection;
import org.incumbent.paging.Filter;
import org.incumbent.paging.KeysetRepository;
import org.incumbent.paging.Listing;
import org.incumbent.paging.PageRequest;
import org.incumbent.paging.Selection;
import org.incumbent.paging.Sort;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * Lists what is suspicious in the release.
 */
@Repository
class SuspiciousFactRepository {

	private static final Sort BY_RULE = new Sort("suspiciousFacts", "id", false);

	private final KeysetRepository pages;

	SuspiciousFactRepository(KeysetRepository pages) {
		this.pages = pages;
	}

	Connection<SuspiciousFact> list(@Nullable SuspiciousFactFilter filter, PageRequest page) {
		return this.pages.page(new Listing("suspiciousFacts", null, filter, null, page), () -> selection(filter, page));
	}

	private static Selection<SuspiciousFact> selection(@Nullable SuspiciousFactFilter filter, PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("suspicious_facts", SuspiciousFact::of, Filter.sqlOf(filter, bindings), bindings,
				BY_RULE, page);
	}

}

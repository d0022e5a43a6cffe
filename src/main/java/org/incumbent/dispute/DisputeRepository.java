package org.incumbent.dispute;

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
 * Lists disputes by record and field.
 */
@Repository
class DisputeRepository {

	private static final Sort BY_SUBJECT = new Sort("disputes", "id", false);

	private final KeysetRepository pages;

	DisputeRepository(KeysetRepository pages) {
		this.pages = pages;
	}

	Connection<Dispute> list(@Nullable DisputeFilter filter, PageRequest page) {
		return this.pages.page(new Listing("disputes", null, filter, null, page), () -> selection(filter, page));
	}

	private static Selection<Dispute> selection(@Nullable DisputeFilter filter, PageRequest page) {
		Bindings bindings = new Bindings();
		return new Selection<>("disputes", Dispute::of, Filter.sqlOf(filter, bindings), bindings, BY_SUBJECT, page);
	}

}

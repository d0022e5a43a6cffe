package org.incumbent.release;

import java.util.List;

import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.incumbent.store.Withdrawal;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Serves what is known of the release as a whole.
 */
@Controller
class DatasetController {

	private final DatasetRepository datasets;

	private final StoreOpening store;

	private final ReleaseProperties properties;

	DatasetController(DatasetRepository datasets, StoreOpening store, ReleaseProperties properties) {
		this.datasets = datasets;
		this.store = store;
		this.properties = properties;
	}

	@QueryMapping
	Dataset dataset() {
		return Dataset.of(this.store.releases().requested());
	}

	@SchemaMapping
	List<Release> releases(Dataset dataset) {
		ServedReleases served = this.store.releases();
		return served.kept()
			.stream()
			.map((release) -> new Release(release.version(), release.releasedOn(), release.checksum(),
					release.equals(served.inService())))
			.toList();
	}

	@SchemaMapping
	List<Withdrawal> withdrawals(Dataset dataset) {
		return this.store.releases().withdrawals();
	}

	@SchemaMapping
	List<RecordCount> counts(Dataset dataset) {
		return this.datasets.count();
	}

	@SchemaMapping
	@Nullable String corrections(Dataset dataset) {
		return this.properties.corrections();
	}

}

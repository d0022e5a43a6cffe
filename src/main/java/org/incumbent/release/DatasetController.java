package org.incumbent.release;

import java.util.List;

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

	private final ReleaseProperties properties;

	DatasetController(DatasetRepository datasets, ReleaseProperties properties) {
		this.datasets = datasets;
		this.properties = properties;
	}

	@QueryMapping
	Dataset dataset() {
		return this.datasets.get();
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

package org.incumbent.graphql;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which queries may be asked for by their hash alone.
 *
 * @param mostBytes what queries that clients have sent with their hash may take in
 * memory; 0 keeps none
 * @param trusted the manifest with queries that are known from the start, null where
 * there is none
 * @param onlyTrusted whether no others are answered
 */
@ConfigurationProperties("incumbent.documents")
record DocumentProperties(@DefaultValue("8MB") DataSize mostBytes, @Nullable Path trusted,
		@DefaultValue("false") boolean onlyTrusted) {

	DocumentProperties {
		if (onlyTrusted && trusted == null) {
			throw new IllegalArgumentException(
					"incumbent.documents.only-trusted needs a manifest: set incumbent.documents.trusted to its file");
		}
	}

}

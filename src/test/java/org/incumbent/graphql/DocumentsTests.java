package org.incumbent.graphql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * A query may be asked for by its hash once the server knows it.
 */
class DocumentsTests {

	private static final String QUERY = "{ __typename }";

	private static final String HASH = Documents.sha256(QUERY);

	@TempDir
	private Path folder;

	@Test
	void aQueryIsKnownAfterItWasSentWithItsHash() throws Exception {
		Documents documents = documents(null, false);
		assertRefused(documents, null, persisted(HASH), ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
		assertThat(documents.find(QUERY, null)).isEqualTo(QUERY);
		assertRefused(documents, null, persisted(HASH), ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
		assertThat(documents.find(QUERY, persisted(HASH.toUpperCase(Locale.ROOT)))).isEqualTo(QUERY);
		assertThat(documents.find(null, persisted(HASH))).isEqualTo(QUERY);
	}

	@Test
	void aQueryIsNotTakenForAnotherHash() {
		assertRefused(documents(null, false), QUERY, persisted("0".repeat(64)), ErrorCode.BAD_REQUEST,
				"is not the hash");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "0123", "../../../etc/passwd" })
	void aHashHasSixtyFourDigits(String hash) {
		assertRefused(documents(null, false), null, persisted(hash), ErrorCode.BAD_REQUEST, "sha256Hash");
		assertRefused(documents(null, false), null, Map.of("version", 2, "sha256Hash", HASH), ErrorCode.BAD_REQUEST,
				"version");
		assertRefused(documents(null, false), null, "x", ErrorCode.BAD_REQUEST, "version");
	}

	@Test
	void aQueryThatIsTooLongIsNotKept() throws Exception {
		Documents documents = documents(null, false);
		String query = "#".repeat(100_001);
		assertThat(documents.find(query, persisted(Documents.sha256(query)))).isEqualTo(query);
		assertRefused(documents, null, persisted(Documents.sha256(query)), ErrorCode.PERSISTED_QUERY_NOT_FOUND, "");
	}

	/**
	 * Some thirty of these fit.
	 */
	@Test
	void whatIsKnownTakesNoMoreThanItMay() throws Exception {
		Documents documents = documents(null, false);
		List<String> queries = IntStream.range(0, 200)
			.mapToObj((i) -> "{ __typename }#" + i + "x".repeat(15_000))
			.toList();
		for (String query : queries) {
			documents.find(query, persisted(Documents.sha256(query)));
		}
		await().untilAsserted(() -> assertThat(queries.stream().filter((query) -> isKnown(documents, query)).count())
			.isBetween(20L, 1_048_576L / 30_000));
	}

	private static boolean isKnown(Documents documents, String query) {
		try {
			return documents.find(null, persisted(Documents.sha256(query))).equals(query);
		}
		catch (RefusedRequestException ex) {
			assertThat(ex.code()).isEqualTo(ErrorCode.PERSISTED_QUERY_NOT_FOUND);
			return false;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
			{"id": "%s", "name": "Q", "type": "query", "body": "{ __typename }"}]}""", """
			{"%s": "{ __typename }"}""" })
	void queriesOfAManifestAreKnownFromTheStartAndOthersMayBeRefused(String manifest) throws Exception {
		Path file = Files.writeString(this.folder.resolve("manifest.json"), manifest.formatted(HASH));
		assertThat(documents(file, false).find(null, persisted(HASH))).isEqualTo(QUERY);
		assertThat(documents(file, false).find("{ x }", null)).isEqualTo("{ x }");
		Documents only = documents(file, true);
		assertThat(only.find(null, persisted(HASH))).isEqualTo(QUERY);
		assertThat(only.find(QUERY, null)).isEqualTo(QUERY);
		assertRefused(only, "{ x }", null, ErrorCode.BAD_REQUEST, "only the queries of its manifest");
		assertRefused(only, "{ x }", persisted(Documents.sha256("{ x }")), ErrorCode.BAD_REQUEST, "manifest");
		assertRefused(only, null, persisted(Documents.sha256("{ x }")), ErrorCode.BAD_REQUEST, "manifest");
	}

	@ParameterizedTest
	@ValueSource(strings = { "d41d8cd98f00b204e9800998ecf8427e", "People-v2" })
	void queriesOfAManifestAreKnownByNamesOfItsOwn(String name) throws Exception {
		Path file = Files.writeString(this.folder.resolve("manifest.json"),
				"{\"%s\": \"{ __typename }\"}".formatted(name));
		for (Documents documents : List.of(documents(file, false), documents(file, true))) {
			assertThat(documents.find(null, persisted(name))).isEqualTo(QUERY);
			assertThat(documents.find(null, persisted(HASH))).isEqualTo(QUERY);
			assertThat(documents.find(QUERY, persisted(name))).isEqualTo(QUERY);
			assertRefused(documents, "{ x }", persisted(name), ErrorCode.BAD_REQUEST, "not the hash");
			assertRefused(documents, null, persisted("other"), ErrorCode.BAD_REQUEST, "SHA-256");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"a\": 1}", "no JSON", "{\"operations\": []}" })
	void whatIsNoManifestStopsTheStart(String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve("manifest.json"), text);
		assertThatIllegalStateException().isThrownBy(() -> documents(file, false)).withMessageContaining("manifest");
		assertThatIllegalStateException().isThrownBy(() -> documents(this.folder.resolve("none.json"), false))
			.withMessageContaining("none.json");
	}

	private static Map<String, Object> persisted(String hash) {
		return Map.of("version", 1, "sha256Hash", hash);
	}

	private static Documents documents(@Nullable Path manifest, boolean only) {
		LimitProperties limits = new Binder(new MapConfigurationPropertySource()).bindOrCreate("incumbent.limits",
				LimitProperties.class);
		return new Documents(new DocumentProperties(DataSize.ofMegabytes(1), manifest, only), limits);
	}

	private static void assertRefused(Documents documents, @Nullable String query, @Nullable Object persisted,
			ErrorCode code, String message) {
		assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> documents.find(query, persisted))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo(code))
			.withMessageContaining(message);
	}

}

package org.incumbent.graphql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Queries that are known by their hash: those of a manifest, and those that clients have
 * sent along with it, as Apollo's automatic persisted queries do.
 */
@Component
class Documents {

	/** Bytes that a query takes in memory beside its characters, about. */
	private static final int OVERHEAD = 200;

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private static final String SEND = "Send extensions.persistedQuery as {\"version\": 1, \"sha256Hash\": the query's SHA-256 in hexadecimal}";

	private final Map<String, String> trusted;

	private final boolean onlyTrusted;

	private final int longest;

	private final Cache<String, String> sent;

	Documents(DocumentProperties properties, LimitProperties limits) {
		this.trusted = (properties.trusted() != null) ? DocumentManifest.read(properties.trusted()) : Map.of();
		this.onlyTrusted = properties.onlyTrusted();
		this.longest = limits.characters();
		this.sent = Caffeine.newBuilder()
			.maximumWeight(properties.mostBytes().toBytes())
			.weigher((String hash, String query) -> OVERHEAD + 2 * query.length())
			.build();
	}

	/**
	 * The query that a request asks.
	 * @param query its text, null where it gives only the hash
	 * @param persisted its extension {@code persistedQuery}, null where it has none
	 */
	String find(@Nullable String query, @Nullable Object persisted) throws RefusedRequestException {
		String hash = (persisted != null) ? hash(persisted) : null;
		if (query == null) {
			return known((hash != null) ? hash : "");
		}
		if (hash != null && !hash.equals(sha256(query)) && !query.equals(this.trusted.get(hash))) {
			throw new RefusedRequestException(
					"extensions.persistedQuery.sha256Hash is not the hash of the query that came with it: "
							+ "send the SHA-256 of its UTF-8 bytes");
		}
		if (this.onlyTrusted && !this.trusted.containsKey((hash != null) ? hash : sha256(query))) {
			throw notTrusted();
		}
		if (hash != null && query.length() <= this.longest && !this.trusted.containsKey(hash)) {
			this.sent.put(hash, query);
		}
		return query;
	}

	private String known(String hash) throws RefusedRequestException {
		String query = this.trusted.get(hash);
		if (query == null && this.onlyTrusted) {
			throw notTrusted();
		}
		query = (query != null) ? query : this.sent.getIfPresent(hash);
		if (query == null) {
			// clients look for this very message, and then send the query along
			throw new RefusedRequestException(HttpStatus.OK, ErrorCode.PERSISTED_QUERY_NOT_FOUND,
					"PersistedQueryNotFound");
		}
		return query;
	}

	/**
	 * The hash, or the name that the manifest has for a query.
	 */
	private String hash(Object persisted) throws RefusedRequestException {
		if (!(persisted instanceof Map<?, ?> map) || !(map.get("version") instanceof Integer version) || version != 1
				|| !(map.get("sha256Hash") instanceof String hash)) {
			throw new RefusedRequestException(SEND);
		}
		if (this.trusted.containsKey(hash)) {
			return hash;
		}
		String lower = hash.toLowerCase(Locale.ROOT);
		if (!HASH.matcher(lower).matches()) {
			throw new RefusedRequestException(SEND);
		}
		return lower;
	}

	static String sha256(String query) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(query.getBytes(UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private static RefusedRequestException notTrusted() {
		return new RefusedRequestException(
				"This server answers only the queries of its manifest: ask its operator to add yours");
	}

}

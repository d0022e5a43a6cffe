package org.incumbent.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asks whether the server is ready which release it answers from.
 */
@Component
class ReleaseHealthIndicator implements HealthIndicator {

	private final StoreOpening store;

	ReleaseHealthIndicator(StoreOpening store) {
		this.store = store;
	}

	@Override
	public Health health() {
		ServedReleases releases = this.store.releases();
		KeptRelease release = releases.inService();
		Health.Builder health = releases.isBlind() ? Health.down() : Health.up();
		return health.withDetail("version", release.version()).withDetail("checksum", release.checksum()).build();
	}

}

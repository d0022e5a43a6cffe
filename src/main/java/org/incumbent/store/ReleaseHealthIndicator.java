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
		KeptRelease release = this.store.releases().inService();
		return Health.up().withDetail("version", release.version()).withDetail("checksum", release.checksum()).build();
	}

}

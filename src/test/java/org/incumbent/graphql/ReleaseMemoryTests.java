package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.incumbent.release.StoreFixture;
import org.incumbent.store.RequestedRelease;
import org.incumbent.store.ServedReleases;
import org.incumbent.store.StoreOpening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is held was read of the release that is asked, and goes with it.
 */
@Tag("store")
class ReleaseMemoryTests {

	private final List<String> read = new ArrayList<>();

	private ServedReleases releases;

	private ReleaseMemory memory;

	@BeforeEach
	void keepTwoReleases() {
		this.releases = StoreFixture.serveBoth();
		this.memory = new ReleaseMemory(new StoreOpening(CompletableFuture.completedFuture(this.releases)));
	}

	@AfterEach
	void close() {
		this.releases.close();
	}

	@Test
	void eachReleaseIsReadOnce() {
		assertThat(get()).isEqualTo(get()).isEqualTo(StoreFixture.A);
		String ofB = RequestedRelease.during(this.releases.find(StoreFixture.B), this::get);
		assertThat(ofB).isEqualTo(StoreFixture.B);
		assertThat(get()).isEqualTo(StoreFixture.A);
		assertThat(this.read).containsExactly(StoreFixture.A, StoreFixture.B);
		assertThat(this.memory.<String>get("another", () -> "other")).isEqualTo("other");
	}

	@Test
	void aFailureIsNotHeld() {
		assertThatThrownBy(() -> this.memory.get("name", () -> {
			throw new BadRequestException("no");
		})).isInstanceOf(BadRequestException.class);
		assertThat(get()).isEqualTo(StoreFixture.A);
	}

	@Test
	void whatWasReadGoesWithItsRelease() {
		get();
		RequestedRelease.during(this.releases.find(StoreFixture.B), this::get);
		assertThat(this.memory.size()).isEqualTo(2);
		StoreFixture.takeNewer(this.releases.store(), "2026.1.3");
		StoreFixture.takeNewer(this.releases.store(), "2026.1.4");
		this.releases.refresh();
		assertThat(this.releases.kept()).noneMatch((release) -> release.version().equals(StoreFixture.A));
		assertThat(this.memory.size()).isLessThan(2);
		assertThat(get()).isEqualTo("2026.1.4");
	}

	private String get() {
		return this.memory.get("name", () -> {
			String version = this.releases.requested().version();
			this.read.add(version);
			return version;
		});
	}

}

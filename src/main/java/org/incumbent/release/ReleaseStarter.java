package org.incumbent.release;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the data package while the rest of the application starts, lets nobody be
 * answered before it is loaded, and refuses to start on one that is not valid.
 */
@Component
@DependsOnDatabaseInitialization
class ReleaseStarter implements InitializingBean, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ReleaseStarter.class);

	private final PackageReadAhead.Reading reading;

	private final PackageLoader loader;

	private @Nullable CompletableFuture<DataPackage> loading;

	private boolean running;

	ReleaseStarter(PackageReadAhead.Reading reading, PackageLoader loader) {
		this.reading = reading;
		this.loader = loader;
	}

	@Override
	public void afterPropertiesSet() {
		this.loading = this.reading.outcome().thenApplyAsync(this::load, PackageReadAhead::inAThread);
	}

	private DataPackage load(CheckedPackage checked) {
		if (checked.comparison() != null) {
			logger.info("Compared the quotes with their sources: {}", checked.comparison());
		}
		if (!checked.isValid()) {
			throw new InvalidPackageException(checked.problems());
		}
		this.loader.load(checked.data());
		return checked.data();
	}

	@Override
	public void start() {
		if (this.loading != null) {
			DataPackage data = PackageReadAhead.join(this.loading);
			logger.info("Answering from release {} of the data, checksum {}", data.metadata().version(),
					data.checksum());
			this.running = true;
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Ahead of the web server, which starts among the last.
	 */
	@Override
	public int getPhase() {
		return 0;
	}

}

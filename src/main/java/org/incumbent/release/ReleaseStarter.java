package org.incumbent.release;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Reads, checks and loads the data package when the application starts, before it answers
 * anybody, and refuses to start on one that is not valid.
 */
@Component
@DependsOnDatabaseInitialization
class ReleaseStarter implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(ReleaseStarter.class);

	private final ReleaseProperties properties;

	private final ValidationProperties validation;

	private final PackageLoader loader;

	ReleaseStarter(ReleaseProperties properties, ValidationProperties validation, PackageLoader loader) {
		this.properties = properties;
		this.validation = validation;
		this.loader = loader;
	}

	@Override
	public void afterPropertiesSet() {
		CheckedPackage checked = CheckedPackage.read(this.properties.data(), this.validation.texts(),
				this.validation.transcripts());
		if (checked.comparison() != null) {
			logger.info("Compared the quotes with their sources: {}", checked.comparison());
		}
		if (!checked.isValid()) {
			throw new InvalidPackageException(checked.problems());
		}
		DataPackage data = checked.data();
		this.loader.load(data);
		logger.info("Answering from release {} of the data, checksum {}", data.metadata().version(), data.checksum());
	}

}

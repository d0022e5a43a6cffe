package org.incumbent.release;

import java.util.ArrayList;
import java.util.List;

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
		PackageFormat format = PackageFormat.ofApplication();
		PackageReader reader = new PackageReader(format);
		DataPackage data = (this.properties.data() != null) ? reader.read(this.properties.data())
				: reader.readFromClasspath("data");
		List<Problem> problems = new ArrayList<>(new PackageValidator(format).validate(data));
		problems.addAll(compareWithTexts(data));
		if (!problems.isEmpty()) {
			throw new InvalidPackageException(problems);
		}
		this.loader.load(data);
		logger.info("Answering from release {} of the data, checksum {}", data.metadata().version(), data.checksum());
	}

	private List<Problem> compareWithTexts(DataPackage data) {
		if (this.validation.texts() == null || this.validation.transcripts() == null) {
			return List.of();
		}
		VerbatimReport report = new VerbatimCheck(this.validation.texts(), this.validation.transcripts()).check(data);
		logger.info("Compared the quotes with their sources: {}", report);
		return report.problems();
	}

}

package org.incumbent.release;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Loads the data package when the application starts, before it answers anybody, and
 * refuses to start on one that is not valid.
 */
@Component
@DependsOnDatabaseInitialization
class ReleaseStarter implements InitializingBean {

	private final ReleaseProperties properties;

	private final PackageLoader loader;

	ReleaseStarter(ReleaseProperties properties, PackageLoader loader) {
		this.properties = properties;
		this.loader = loader;
	}

	@Override
	public void afterPropertiesSet() {
		PackageFormat format = PackageFormat.ofApplication();
		PackageReader reader = new PackageReader(format);
		DataPackage data = (this.properties.data() != null) ? reader.read(this.properties.data())
				: reader.readFromClasspath("data");
		this.loader.load(data);
	}

}

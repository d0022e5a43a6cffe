package org.incumbent.store;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has every repository read from the releases in the store, and lets nobody be answered
 * before one is in service.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration implements SmartLifecycle, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(StoreConfiguration.class);

	private final StoreOpening store;

	private boolean running;

	StoreConfiguration(StoreOpening store) {
		this.store = store;
	}

	@Bean
	static DataSource dataSource(StoreOpening store) {
		return new ReleaseDataSource(store::releases);
	}

	@Bean
	static JdbcTemplate jdbcTemplate(DataSource database) {
		return new WatchedJdbcTemplate(database);
	}

	@Override
	public void start() {
		KeptRelease release = this.store.releases().inService();
		logger.info("Answering from release {} of the data, checksum {}", release.version(), release.checksum());
		this.running = true;
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

	@Override
	public void destroy() {
		this.store.close();
	}

}

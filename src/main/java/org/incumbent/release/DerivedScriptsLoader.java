package org.incumbent.release;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Fills the tables whose rows follow from those of others by SQL alone, once those are
 * loaded: a feature that has such tables brings a script for them.
 */
@Component
class DerivedScriptsLoader {

	private final DataSource database;

	private final ResourceDatabasePopulator scripts = new ResourceDatabasePopulator();

	DerivedScriptsLoader(DataSource database, ResourcePatternResolver resources) throws IOException {
		this.database = database;
		Resource[] found = resources.getResources("classpath:db/derived/*.sql");
		Arrays.sort(found, Comparator.comparing((script) -> Objects.requireNonNull(script.getFilename())));
		this.scripts.setScripts(found);
		this.scripts.setSqlScriptEncoding(UTF_8.name());
	}

	/**
	 * Runs the scripts in the order of their names, within the transaction of the caller.
	 */
	void run() {
		this.scripts.execute(this.database);
	}

}

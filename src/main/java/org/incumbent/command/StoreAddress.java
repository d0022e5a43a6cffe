package org.incumbent.command;

import java.io.PrintWriter;
import java.util.Objects;

import org.incumbent.store.Store;
import org.incumbent.store.StoreException;
import org.incumbent.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The store that a command is about.
 */
final class StoreAddress {

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Option(names = "--store", paramLabel = "URL", defaultValue = "${env:SPRING_DATASOURCE_URL}",
			description = { "JDBC address of the store: jdbc:h2:file:PATH or jdbc:postgresql:...;",
					"where not given, that of SPRING_DATASOURCE_URL in the environment." })
	private @Nullable String url;

	@Option(names = "--store-user", paramLabel = "NAME", defaultValue = "${env:SPRING_DATASOURCE_USERNAME}",
			description = { "Its user, if it needs one; where not given, SPRING_DATASOURCE_USERNAME.",
					"The password is always that of SPRING_DATASOURCE_PASSWORD." })
	private @Nullable String user;

	@Option(names = "--keep", paramLabel = "N", defaultValue = "${env:INCUMBENT_STORE_KEEP:-5}",
			description = "How many releases are kept; ${DEFAULT-VALUE} where not given.")
	private int keep;

	/**
	 * Opens the store.
	 * @throws ParameterException if no store that outlasts the command is named
	 */
	Store open() {
		if (this.url == null) {
			throw misunderstood(
					"No store is named: give its address with --store, or in SPRING_DATASOURCE_URL in the environment");
		}
		StoreSettings settings = settings(this.url);
		if (settings.isInMemory()) {
			throw misunderstood("A store in memory ends with the command: name one in a file or in PostgreSQL");
		}
		return Store.open(settings);
	}

	private StoreSettings settings(String address) {
		try {
			return new StoreSettings(address, this.user, System.getenv("SPRING_DATASOURCE_PASSWORD"), this.keep,
					StoreSettings.GRACE, StoreSettings.LOOK);
		}
		catch (StoreException ex) {
			throw misunderstood(String.valueOf(ex.getMessage()));
		}
	}

	PrintWriter out() {
		return commandLine().getOut();
	}

	private ParameterException misunderstood(String message) {
		return new ParameterException(commandLine(), message);
	}

	private CommandLine commandLine() {
		return Objects.requireNonNull(this.command).commandLine();
	}

}

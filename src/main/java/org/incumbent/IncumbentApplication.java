package org.incumbent;

import org.incumbent.command.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The API server, which loads the dataset into its database and answers GraphQL over
 * HTTP; with a command, a tool for data packages instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IncumbentApplication {

	/**
	 * Starts the server, or carries out a command, which prints what it has to say and
	 * logs nothing.
	 */
	public static void main(String[] args) {
		if (Commands.areIn(args)) {
			LoggingSystem.get(IncumbentApplication.class.getClassLoader()).beforeInitialize();
			System.exit(Commands.run(args));
		}
		SpringApplication.run(IncumbentApplication.class, args);
	}

}

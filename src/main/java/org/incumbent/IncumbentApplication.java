package org.incumbent;

import org.incumbent.command.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The API server, which loads the dataset into its database and answers GraphQL over
 * HTTP; with a command, a tool for data packages instead.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IncumbentApplication {

	public static void main(String[] args) {
		if (Commands.areIn(args)) {
			System.exit(Commands.run(args));
		}
		SpringApplication.run(IncumbentApplication.class, args);
	}

}

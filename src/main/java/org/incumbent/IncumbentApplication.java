package org.incumbent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The API server: loads the dataset into its database and answers GraphQL over HTTP.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IncumbentApplication {

	public static void main(String[] args) {
		SpringApplication.run(IncumbentApplication.class, args);
	}

}

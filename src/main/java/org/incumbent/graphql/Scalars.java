package org.incumbent.graphql;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import org.incumbent.time.Edtf;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * The schema's own scalars; their descriptions are in the schema.
 */
@Configuration(proxyBeanMethods = false)
class Scalars {

	private static final int ISO_DATE_LENGTH = "YYYY-MM-DD".length();

	static final Coercing<LocalDate, String> DATE = new TextCoercing<>(LocalDate.class, LocalDate::toString,
			Scalars::parseDate, "send a day of the calendar as \"YYYY-MM-DD\", for example \"2013-05-01\"");

	static final Coercing<String, String> URL = new TextCoercing<>(String.class, Function.identity(), Scalars::parseUrl,
			"send an absolute address with http or https, for example \"https://example.org/page\"");

	static final Coercing<String, String> EDTF = new TextCoercing<>(String.class, Function.identity(),
			(text) -> Edtf.parse(text).text(),
			"send a date in EDTF, for example \"2013-04\", \"2017-09~\" or \"[2013-01..2013-03]\"");

	@Bean
	RuntimeWiringConfigurer scalarWiring() {
		List<GraphQLScalarType> scalars = List.of(scalar("Date", DATE), scalar("Url", URL), scalar("Edtf", EDTF));
		return (wiring) -> scalars.forEach(wiring::scalar);
	}

	private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
		return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
	}

	private static LocalDate parseDate(String text) {
		// ISO years can have a sign and more than four digits
		if (text.length() != ISO_DATE_LENGTH) {
			throw new IllegalArgumentException("Not of the form YYYY-MM-DD");
		}
		return LocalDate.parse(text);
	}

	private static String parseUrl(String text) {
		URI uri = URI.create(text);
		boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
		if (!web || uri.getHost() == null) {
			throw new IllegalArgumentException("Not an absolute http or https address");
		}
		return text;
	}

}

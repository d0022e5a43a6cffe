package org.incumbent.graphql;

import java.time.LocalDate;

import org.incumbent.time.Certainty;
import org.incumbent.time.Period;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers whether a period covers a day.
 */
@Controller
class PeriodController {

	@SchemaMapping
	Certainty covers(Period period, @Argument LocalDate date) {
		return period.covers(date);
	}

}

package org.incumbent.paging;

import java.time.LocalDate;

import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DateRangeTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			2012-11-01, 2012-11-30, 2012-11-30, 2012-12-31, true
			2012-11-01, 2012-11-30, 2012-10-01, 2012-11-01, true
			2012-11-01, 2012-11-30, 2012-11-10, 2012-11-10, true
			2012-11-01, 2012-11-30, 2012-12-01, 2012-12-31, false
			2012-11-01, 2012-11-30, 2012-10-01, 2012-10-31, false
			2012-11-01, 2012-11-30, 2012-12-01, -,          false
			2012-11-01, 2012-11-30, 2012-11-30, -,          true
			2012-11-01, 2012-11-30, -,          2012-10-31, false
			2012-11-01, 2012-11-30, -,          2012-11-01, true
			2012-11-01, 2012-11-30, -,          -,          true
			-,          2012-11-30, 1900-01-01, 1900-01-01, true
			-,          2012-11-30, 2012-12-01, -,          false
			2012-11-01, -,          2099-01-01, 2099-01-01, true
			2012-11-01, -,          -,          2012-10-31, false
			-,          -,          2012-11-10, 2012-11-10, true
			""")
	void aFuzzyDateMatchesWhereItMayLieWithin(@Nullable String earliest, @Nullable String latest,
			@Nullable LocalDate from, @Nullable LocalDate to, boolean matches) {
		assertThat(mayHold("some date", earliest, latest, new DateRange(from, to))).isEqualTo(matches);
	}

	@Test
	void whatHasNoDateNeverMatches() {
		assertThat(mayHold(null, null, null, new DateRange(null, null))).isFalse();
		assertThat(mayHold(null, null, null, new DateRange(LocalDate.of(2012, 1, 1), null))).isFalse();
	}

	@Test
	void aRangeThatRunsBackwardsIsRefused() {
		LocalDate day = LocalDate.of(2019, 3, 1);
		assertThat(new DateRange(day, day).to()).isEqualTo(day);
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> new DateRange(day, day.minusDays(1)))
			.withMessage("a date range takes 'from' up to 'to'; here 'from' 2019-03-01 is after 'to' 2019-02-28");
	}

	private static boolean mayHold(@Nullable String date, @Nullable String earliest, @Nullable String latest,
			DateRange range) {
		SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);
		try {
			Bindings bindings = new Bindings();
			String condition = range.mayHold("said_on", "said", bindings);
			return JdbcClient.create(database)
				.sql("""
						select count(*)
						from (
						  select cast(:date as varchar) as said_on, cast(:earliest as date) as said_earliest,
						    cast(:latest as date) as said_latest
						) t
						where %s
						""".formatted(condition))
				.params(bindings.values())
				.param("date", date)
				.param("earliest", earliest)
				.param("latest", latest)
				.query(Integer.class)
				.single() == 1;
		}
		finally {
			database.destroy();
		}
	}

}

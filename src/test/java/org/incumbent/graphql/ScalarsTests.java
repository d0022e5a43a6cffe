package org.incumbent.graphql;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScalarsTests {

	@Test
	void dateIsACalendarDay() {
		LocalDate leapDay = LocalDate.of(2012, 2, 29);
		assertThat(read(Scalars.DATE, "2012-02-29")).isEqualTo(leapDay);
		assertThat(readLiteral(Scalars.DATE, StringValue.of("2012-02-29"))).isEqualTo(leapDay);
		assertThat(write(Scalars.DATE, leapDay)).isEqualTo("2012-02-29");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2013", "2013-02", "2013-2-3", "2013-02-30", "2013-13-01", "2013-02-03T00:00",
			"2013-02-03Z", "+2013-02-03", "-2013-02-03", "20130203", " 2013-02-03", "03/02/2013", "٢٠١٣-٠٢-٠٣" })
	void textThatIsNoDayIsRefusedWithAnExample(String text) {
		assertRefused(Scalars.DATE, text, "for example \"2013-05-01\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org", "https://example.org/a?b=c#d", "HTTPS://example.org:8443/" })
	void urlIsAnAbsoluteWebAddress(String url) {
		assertThat(read(Scalars.URL, url)).isEqualTo(url);
		assertThat(write(Scalars.URL, url)).isEqualTo(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.org", "/page", "//example.org/", "ftp://example.org/", "https:", "https://",
			"https:///page", "mailto:a@example.org", "https://example.org/a b", "javascript:alert(1)" })
	void textThatIsNoWebAddressIsRefusedWithAnExample(String text) {
		assertRefused(Scalars.URL, text, "for example \"https://example.org/page\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-04", "2017-09~", "[2013-01..2013-03]", "[..2011]" })
	void edtfIsKeptAsItIsWritten(String date) {
		assertThat(read(Scalars.EDTF, date)).isEqualTo(date);
		assertThat(write(Scalars.EDTF, date)).isEqualTo(date);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "April 2013", "2013-4", "2013-02-30" })
	void textThatIsNoEdtfIsRefusedWithAnExample(String text) {
		assertRefused(Scalars.EDTF, text, "for example \"2013-04\"");
	}

	@Test
	void numberIsNotAString() {
		assertThatExceptionOfType(CoercingParseValueException.class).isThrownBy(() -> read(Scalars.DATE, 20130203));
		assertThatExceptionOfType(CoercingParseLiteralException.class)
			.isThrownBy(() -> readLiteral(Scalars.DATE, new IntValue(BigInteger.TEN)));
	}

	@Test
	void resolverThatReturnsSomethingElseFails() {
		assertThatExceptionOfType(CoercingSerializeException.class).isThrownBy(() -> write(Scalars.DATE, "2013-02-03"));
	}

	private static void assertRefused(Coercing<?, ?> scalar, String text, String example) {
		assertThatExceptionOfType(CoercingParseValueException.class).isThrownBy(() -> read(scalar, text))
			.withMessageStartingWith("send a")
			.withMessageContaining(example);
		assertThatExceptionOfType(CoercingParseLiteralException.class)
			.isThrownBy(() -> readLiteral(scalar, StringValue.of(text)))
			.withMessageContaining(example);
	}

	private static Object read(Coercing<?, ?> scalar, Object input) {
		return scalar.parseValue(input, GraphQLContext.getDefault(), Locale.UK);
	}

	private static Object readLiteral(Coercing<?, ?> scalar, Value<?> input) {
		return scalar.parseLiteral(input, CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.UK);
	}

	private static Object write(Coercing<?, ?> scalar, Object value) {
		return scalar.serialize(value, GraphQLContext.getDefault(), Locale.UK);
	}

}

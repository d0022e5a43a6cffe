package org.incumbent.graphql;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The one rule by which an answer becomes a table.
 */
class CsvAnswerTests {

	private static final GraphQLSchema SCHEMA = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
			type Query { name: String one: Query list: [Query!]! words: [String] }
			"""), RuntimeWiring.MOCKED_WIRING);

	@Test
	void itemsOfTheFirstListAreRowsAndWhatIsOutsideIsRepeated() {
		assertThat(table("{ name one { list { name one { name } list { name words } } name } list { name } }",
				Map.of("name", "top", "one",
						Map.of("name", "n", "list", List.of(
								Map.of("name", "a", "one", Map.of("name", "b"), "list",
										List.of(Map.of("name", "c", "words", List.of("x", "y")),
												Map.of("name", "d", "words", List.of()))),
								Map.of("name", "e", "list", List.of()))),
						"list", List.of(Map.of("name", "f"), Map.of("name", "g")))))
			.isEqualTo("""
					name,one.list.name,one.list.one.name,one.list.list.name,one.list.list.words,one.name,list.name
					top,a,b,c; d,x; y; ,n,f; g
					top,e,,,,n,f; g
					""".replace("\n", "\r\n"));
	}

	@Test
	void withoutAListThereIsOneRowAndWithAnEmptyOneThereIsNone() {
		assertThat(table("{ name one { name } }", Collections.singletonMap("one", null)))
			.isEqualTo("name,one.name\r\n,\r\n");
		assertThat(table("{ list { name } }", Map.of("list", List.of()))).isEqualTo("name\r\n");
		assertThat(table("{ words }", Map.of("words", Arrays.asList("a", null)))).isEqualTo("words\r\na\r\n\r\n");
	}

	@Test
	void fragmentsAndAliasesAreFollowed() {
		assertThat(table("{ a: list { ...F ... on Query { c: name } } } fragment F on Query { b: name }",
				Map.of("a", List.of(Map.of("b", "1", "c", "2")))))
			.isEqualTo("b,c\r\n1,2\r\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			=1+1            | '=1+1
			+44             | '+44
			@x              | '@x
			-x              | '-x
			-5              | -5
			-5.25           | -5.25
			-1.0E-5         | -1.0E-5
			-1E             | '-1E
			a "b", c        | "a ""b"", c"
			=HYPERLINK("x") | "'=HYPERLINK(""x"")"
			2019-03-01      | 2019-03-01
			Müller          | Müller
			""")
	void formulasAreDefusedAndSignsQuoted(String value, String cell) {
		assertThat(table("{ name }", Map.of("name", value))).isEqualTo("name\r\n" + cell + "\r\n");
	}

	/**
	 * Also those that a line of the test above cannot have in it.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "=", "+", "-", "@", "\t", "\r", "\n", "\r\n" })
	void whatAFormulaMayBeginWithIsDefusedInEachCell(String beginning) throws Exception {
		String text = beginning + "cmd|' /C calc'!A0";
		String table = table("{ name list { name one { name } words } }", Map.of("name", text, "list",
				List.of(Map.of("name", beginning, "one", Map.of("name", text), "words", List.of(text, text)))));
		try (CSVParser parser = CSVParser.parse(table, CSVFormat.RFC4180)) {
			assertThat(parser.getRecords().get(1)).containsExactly("'" + text, "'" + beginning, "'" + text,
					"'" + text + "; " + text);
		}
	}

	@Test
	void noTwoColumnsHaveTheSameName() {
		assertThat(table("{ name list { name list { name } } }", Map.of()))
			.isEqualTo("name,list.name,list.list.name\r\n");
		assertThat(table("{ one { name list: one { name } } list { name list: one { name } one { name } } }", Map.of()))
			.isEqualTo("one.name,one.list.name,list.name,list.list.name,list.one.name\r\n");
	}

	@Test
	void aTableThatRepeatsTooMuchIsRefused() {
		List<?> items = Collections.nCopies(10, Map.of("name", "x"));
		assertThat(table("{ name list { name } }", Map.of("name", "y".repeat(90), "list", items))).endsWith("y,x\r\n");
		assertThatExceptionOfType(AbortExecutionException.class)
			.isThrownBy(() -> table("{ name list { name } }", Map.of("name", "y".repeat(100), "list", items)))
			.satisfies((ex) -> assertThat(ex.getUnderlyingErrors().get(0).getMessage()).contains("1,000 characters"));
	}

	private static String table(String query, Map<String, ?> data) {
		return new String(CsvAnswer.write(SCHEMA, query, null, data, new AnswerSize(0, 1_000)), UTF_8);
	}

}

package org.incumbent.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The size of a query is the one that it has when every fragment is put in its place, and
 * its length is counted without parsing it.
 */
class QueryMeasureTests {

	private static final int CASES = 10_000;

	private static final GraphQLSchema SCHEMA = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
			type Query { name: String one: Query page(first: Int, last: Int): Query nodes(ids: [ID]): [Query] }
			"""), RuntimeWiring.MOCKED_WIRING);

	@Test
	void aQueryIsAsLargeAsItIsWithItsFragmentsInPlace() {
		Random random = new Random(6);
		int nested = 0;
		for (int i = 0; i < CASES; i++) {
			List<Part> fragments = new ArrayList<>();
			for (int f = random.nextInt(4); f > 0; f--) {
				fragments.add(0, part(random, fragments, 3));
			}
			Part query = part(random, fragments, 3);
			StringBuilder text = new StringBuilder("query " + query.text());
			for (int f = 0; f < fragments.size(); f++) {
				text.append(" fragment f")
					.append(fragments.size() - f)
					.append(" on Query ")
					.append(fragments.get(f).text());
			}
			Document document = Parser.parse(text.toString());
			QueryMeasure.Size size = new QueryMeasure(SCHEMA, document, Map.of())
				.of(document.getDefinitionsOfType(OperationDefinition.class).get(0));
			assertThat(size).as(text.toString())
				.isEqualTo(new QueryMeasure.Size(query.depth(), query.fields(), query.nodes(), query.page()));
			nested += (query.nodes() > 100) ? 1 : 0;
		}
		assertThat(nested).isGreaterThan(CASES / 20);
	}

	/**
	 * A selection in braces with what it comes to, worked out as it is written.
	 * @param earlier fragments that it may use, the last one first in the list
	 */
	private static Part part(Random random, List<Part> earlier, int levels) {
		StringBuilder text = new StringBuilder("{");
		int depth = 0;
		long fields = 0;
		long nodes = 0;
		long largest = 0;
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			Part inner = (levels > 0) ? part(random, earlier, levels - 1) : new Part("{ name }", 1, 1, 0, 0);
			int page = random.nextInt(6);
			switch (random.nextInt(7)) {
				case 0 -> inner = new Part("", 0, 0, 0, 0).field("name", -1);
				case 1 -> inner = inner.field("one", -1);
				case 2 -> inner = inner.pages("page(first: " + page + ")", page);
				case 3 -> inner = inner.pages("page", QueryMeasure.PAGE);
				case 4 -> inner = inner.field("nodes(ids: [" + "1 ".repeat(page) + "])", page);
				case 5 ->
					inner = new Part("... " + inner.text(), inner.depth(), inner.fields(), inner.nodes(), inner.page());
				default -> inner = earlier.isEmpty() ? new Part("", 0, 0, 0, 0).field("name", -1)
						: spread(random.nextInt(earlier.size()), earlier);
			}
			text.append(' ').append(inner.text());
			depth = Math.max(depth, inner.depth());
			fields += inner.fields();
			nodes += inner.nodes();
			largest = Math.max(largest, inner.page());
		}
		return new Part(text + " }", depth + 1, fields, nodes, largest);
	}

	private static Part spread(int index, List<Part> earlier) {
		Part fragment = earlier.get(index);
		return new Part("...f" + (earlier.size() - index), fragment.depth(), fragment.fields(), fragment.nodes(),
				fragment.page());
	}

	@Test
	void namesSignsAndValuesAreCountedWhateverIsBetweenThem() {
		Random random = new Random(7);
		String[] tokens = { "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "@", "$", "&", "...", "name", "_x1",
				"\"\"", "\"a # \\\" b\"", "\"\"\" block \\\"\"\" \" \n # \"\"\"", "\"\\u00e9\"" };
		String[] ignored = { " ", ",", "\n", "\t", "\r\n", " # comment { \" \n", "\uFEFF" };
		for (int i = 0; i < CASES; i++) {
			StringBuilder text = new StringBuilder();
			int count = random.nextInt(30);
			for (int t = 0; t < count; t++) {
				text.append(tokens[random.nextInt(tokens.length)]);
				for (int s = 1 + random.nextInt(2); s > 0; s--) {
					text.append(ignored[random.nextInt(ignored.length)]);
				}
			}
			assertThat(QueryScan.of(text.toString()).tokens()).as(text.toString()).isEqualTo(count);
		}
	}

	@Test
	void whateverTheTextIsItIsScannedToItsEnd() {
		Random random = new Random(8);
		String alphabet = "{}[]()\"\\#\n a.1\u0000\uD83D";
		for (int i = 0; i < CASES; i++) {
			StringBuilder text = new StringBuilder();
			for (int c = random.nextInt(40); c > 0; c--) {
				text.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			QueryScan scan = QueryScan.of(text.toString());
			assertThat(scan.tokens()).isBetween(0, text.length());
			assertThat(scan.deepest()).isLessThanOrEqualTo(scan.tokens());
		}
	}

	private record Part(String text, int depth, long fields, long nodes, long page) {

		Part field(String name, long records) {
			return new Part(name + " " + text, depth, fields + 1, (records < 0) ? nodes : records * (nodes + 1), page);
		}

		Part pages(String name, long records) {
			Part list = field(name, records);
			return new Part(list.text, list.depth, list.fields, list.nodes, Math.max(page, records));
		}

	}

}

package org.incumbent.paging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.incumbent.graphql.NothingKept;
import org.incumbent.paging.TextRepository.Limits;
import org.incumbent.store.Database;
import org.incumbent.store.ResultRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A table of random texts with an index of their words, in a database of its own.
 */
final class TextTable implements AutoCloseable {

	static final String TYPE = "Text";

	static final List<String> KINDS = List.of("red", "green", "blue");

	/** The order in which the texts have their places. */
	static final Comparator<Text> BY_NAME = Comparator.comparing(Text::nameSort).thenComparing(Text::id);

	static final Comparator<Text> BY_KIND = Comparator.comparing(Text::kind).thenComparing(Text::id);

	private static final int MOST_ROWS = 150;

	private static final String LONG_WORD = "ab".repeat(60);

	/** They share pieces, and folding changes some. */
	private static final List<String> WORDS = List.of("a", "b", "ab", "ba", "abba", "Aba", "baab", "x1", "1x", "11",
			"\u00c1b", "o\ufb03ce", "\u20acb", "\u4e2d\u6587", "\ud83d\ude00", "\ud83d\ude00a", "of", "the");

	private static final List<String> WITH_LONG_WORDS = Stream
		.concat(WORDS.stream(), Stream.of(LONG_WORD, LONG_WORD + "x"))
		.toList();

	private static final List<String> GAPS = List.of(" ", " ", " ", "\n", ", ", ". ", "-", "\u2014", "'", "\u2019",
			" \"", "_", "%", "\\", "(");

	private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final List<Text> texts;

	/**
	 * A table.
	 * @param number the same number gives the same texts; every third table has words
	 * that are too long for the index, without which an index can be exact
	 */
	static TextTable random(int number) {
		boolean withLongWords = number % 3 == 0;
		RandomGenerator random = new SplittableRandom(number);
		List<Text> texts = new ArrayList<>();
		int count = random.nextInt(MOST_ROWS);
		for (int i = 0; i < count; i++) {
			texts.add(new Text("text-%03d".formatted(random.nextInt(1000) * MOST_ROWS + i),
					String.valueOf((char) ('a' + random.nextInt(8))), one(KINDS, random),
					Folding.fold(text(random, random.nextInt(12), withLongWords))));
		}
		return new TextTable(texts, random);
	}

	/**
	 * A table of folded texts in an order of their own.
	 */
	static TextTable of(List<String> folded) {
		List<Text> texts = new ArrayList<>();
		for (String text : folded) {
			texts.add(new Text("text-%03d".formatted(texts.size()), "a", KINDS.get(0), text));
		}
		return new TextTable(texts, new SplittableRandom(0));
	}

	private TextTable(List<Text> texts, RandomGenerator random) {
		this.texts = texts.stream().sorted(BY_NAME).toList();
		this.jdbc
			.sql("""
					create table texts (
					  id varchar primary key, name_sort varchar not null, kind varchar not null, text_folded varchar not null,
					  place integer not null
					)""")
			.update();
		this.jdbc
			.sql("""
					create table text_words (
					  record_type varchar, word varchar, first_place integer, last_place integer, place_count integer, places bytea,
					  primary key (record_type, word, first_place)
					)""")
			.update();
		for (int place = 0; place < texts.size(); place++) {
			Text text = this.texts.get(place);
			this.jdbc.sql("insert into texts values (?, ?, ?, ?, ?)")
				.params(text.id(), text.nameSort(), text.kind(), text.folded(), place)
				.update();
		}
		insertWords(random);
	}

	/**
	 * Of this type, and the same of another, which nobody must find.
	 */
	private void insertWords(RandomGenerator random) {
		int mostPlaces = 1 + random.nextInt(20);
		long mostHeld = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(3_000);
		List<String> all = this.texts.stream().map(Text::folded).toList();
		for (Iterator<String> each : List.of(all.iterator(), List.of("ab the of", "abba").iterator())) {
			String type = this.jdbc.sql("select count(*) from text_words").query(Integer.class).single() == 0 ? TYPE
					: "Other";
			new WordRows(type, each, mostPlaces, mostHeld).forEachRemaining(
					(row) -> this.jdbc.sql("insert into text_words values (?, ?, ?, ?, ?, ?)").params(row).update());
		}
	}

	/**
	 * A text of some words, or a little more or less.
	 */
	static String text(RandomGenerator random, int words, boolean withLongWords) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			text.append(one(withLongWords ? WITH_LONG_WORDS : WORDS, random)).append(one(GAPS, random));
		}
		return text.toString();
	}

	static <T> T one(List<T> all, RandomGenerator random) {
		return all.get(random.nextInt(all.size()));
	}

	/**
	 * All texts in the order of their places.
	 */
	List<Text> texts() {
		return this.texts;
	}

	/**
	 * A page of the texts that contain a folded text.
	 * @param kind the kind that they are to have, or empty
	 */
	Connection<Text> page(String folded, String kind, Sort sort, PageRequest page, Limits limits) {
		Bindings bindings = new Bindings();
		String conditions = "position(%s in t.text_folded) > 0".formatted(bindings.bind(folded))
				+ (kind.isEmpty() ? "" : " and t.kind = " + bindings.bind(kind));
		TextSearch search = new TextSearch(TYPE, "name_sort", folded, kind.isEmpty());
		KeysetRepository pages = new KeysetRepository(this.jdbc, NothingKept.rows(),
				new TextRepository(this.jdbc, NothingKept.memory(), limits), () -> Database.H2);
		return pages.page(new Selection<>("texts", Text::of, conditions, bindings, sort, page).searching(search));
	}

	/**
	 * Whether an index says of a text that it can be looked up.
	 */
	boolean looksUp(String folded, Limits limits) {
		TextSearch search = new TextSearch(TYPE, "name_sort", folded, true);
		return new TextRepository(this.jdbc, NothingKept.memory(), limits).find(new Selection<>("texts", Text::of,
				"true", new Bindings(), new Sort("texts.NAME", "name_sort", OrderDirection.ASC),
				new PageRequest(null, null, null, null, true, true))
			.searching(search)) != null;
	}

	@Override
	public void close() {
		this.database.destroy();
	}

	/**
	 * A row.
	 */
	record Text(String id, String nameSort, String kind, String folded) {

		static Text of(ResultRow row) throws SQLException {
			return new Text(row.getString("id"), row.getString("name_sort"), row.getString("kind"),
					row.getString("text_folded"));
		}

	}

}

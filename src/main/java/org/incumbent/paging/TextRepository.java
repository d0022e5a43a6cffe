package org.incumbent.paging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.incumbent.graphql.ReleaseMemory;
import org.incumbent.paging.Keyset.Found;
import org.incumbent.paging.Vocabulary.Word;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the records that contain a text by the words they have: the vocabulary tells
 * which words can have a piece of the text in them, an index tells at which places of the
 * list records have these, and only those records are read and compared with the text.
 *
 * <p>
 * Where this would not be faster than reading the list through, it leaves that to whoever
 * asks.
 */
@Repository
class TextRepository {

	/** How many words are read at a time. */
	private static final int CHUNK = 50_000;

	/** How many times as many records are looked at as are wanted, at first. */
	private static final int SPARE = 4;

	/**
	 * How many times as many are looked at, each time the ones before were not enough.
	 */
	private static final int GROWTH = 8;

	/** How many times as much is read through as must be to find a common text. */
	private static final int SKIMMED = 2;

	private final JdbcClient jdbc;

	private final ReleaseMemory memory;

	private final Limits limits;

	@Autowired
	TextRepository(JdbcClient jdbc, ReleaseMemory memory) {
		this(jdbc, memory, Limits.USUAL);
	}

	TextRepository(JdbcClient jdbc, ReleaseMemory memory, Limits limits) {
		this.jdbc = jdbc;
		this.memory = memory;
		this.limits = limits;
	}

	/**
	 * What a selection's text can be looked up by, null if it has none or reading through
	 * the list is as good.
	 */
	@Nullable TextHits find(Selection<?> selection) {
		TextSearch search = selection.search();
		if (search == null) {
			return null;
		}
		Vocabulary vocabulary = this.memory.get("vocabulary of " + search.type(),
				() -> vocabulary(search.type(), selection.table()));
		if (vocabulary == Vocabulary.TOO_LARGE || vocabulary.records() <= this.limits.readThrough()) {
			return null;
		}
		WordMatch match = WordMatch.of(search.folded(), vocabulary, this.limits.words());
		return (match != null) ? new TextHits(search, match) : null;
	}

	/**
	 * The rows of a page and one more, if there is one; null if they are better found
	 * otherwise.
	 */
	<T> @Nullable List<Found<T>> rows(Keyset<T> keyset, TextHits hits) {
		if (!keyset.selection().sort().column().equals(hits.search().column())) {
			return isRare(hits) ? inOtherOrder(keyset, hits) : null;
		}
		if (!hits.search().alone() && !isRare(hits)) {
			// a condition beside it may leave fewer records than the text does
			return null;
		}
		boolean descending = keyset.selection().sort().descending();
		String lower = descending ? keyset.before() : keyset.after();
		String upper = descending ? keyset.after() : keyset.before();
		Integer low = lower.equals(Keyset.OPEN) ? Integer.valueOf(0) : place(keyset, lower, true);
		Integer high = upper.equals(Keyset.OPEN) ? Integer.valueOf(hits.match().records() - 1)
				: place(keyset, upper, false);
		if (low == null || high == null || low > high) {
			return List.of();
		}
		return inOrder(keyset, hits, low, high);
	}

	/**
	 * How many records a selection has, null if they are better counted otherwise.
	 */
	@Nullable Integer total(Selection<?> selection, TextHits hits) {
		WordMatch match = hits.match();
		if (hits.areExact()) {
			if (match.words().size() <= 1) {
				return match.most();
			}
			return (match.most() <= this.limits.counted()) ? all(hits).cardinality() : null;
		}
		return isRare(hits) ? count(selection, all(hits)) : null;
	}

	/**
	 * Whether so few records may contain the text that all of them can be looked at. Of a
	 * text of several pieces the places tell it, since few may have them all.
	 */
	private boolean isRare(TextHits hits) {
		WordMatch match = hits.match();
		return match.most() <= this.limits.rare() || (match.pieces().size() > 1
				&& match.most() <= this.limits.compared() && all(hits).cardinality() <= this.limits.rare());
	}

	private BitSet all(TextHits hits) {
		return hits.all((low, high) -> places(hits, low, high));
	}

	/**
	 * The first or the last place of what is beyond a cursor, null if nothing is.
	 */
	private @Nullable Integer place(Keyset<?> keyset, String beyond, boolean first) {
		Selection<?> selection = keyset.selection();
		return this.jdbc.sql("""
				select t.place
				from %s t
				where %s
				order by %s
				fetch first 1 row only
				""".formatted(selection.table(), beyond, Keyset.order(selection.sort().column(), first)))
			.params(selection.bindings().values())
			.query(Integer.class)
			.optional()
			.orElse(null);
	}

	/**
	 * A common text is first looked for by reading a little of the list through, which
	 * takes less than asking where it is.
	 */
	private <T> List<Found<T>> inOrder(Keyset<T> keyset, TextHits hits, int low, int high) {
		int wanted = keyset.selection().page().size() + 1;
		int skimmed = isCommon(hits, wanted) ? Math.min(this.limits.skimmed(), high - low + 1) : 0;
		if (skimmed == 0) {
			return byPlaces(keyset, hits, low, high, wanted);
		}
		int from = keyset.ascending() ? low : high - skimmed + 1;
		List<Found<T>> found = new ArrayList<>(between(keyset, from, from + skimmed - 1, wanted));
		if (found.size() < wanted) {
			found.addAll(keyset.ascending() ? byPlaces(keyset, hits, low + skimmed, high, wanted - found.size())
					: byPlaces(keyset, hits, low, high - skimmed, wanted - found.size()));
		}
		return found;
	}

	private boolean isCommon(TextHits hits, int wanted) {
		return hits.areExact() && (long) wanted * SKIMMED * hits.match().records() <= (long) hits.match().most()
				* this.limits.skimmed();
	}

	private <T> List<Found<T>> byPlaces(Keyset<T> keyset, TextHits hits, int low, int high, int wanted) {
		PlaceWalk walk = walk(keyset, hits, low, high, wanted);
		List<Found<T>> found = new ArrayList<>();
		int chunk = hits.areExact() ? wanted : SPARE * wanted;
		int seen = 0;
		int last = -1;
		while (found.size() < wanted) {
			if (seen >= this.limits.rare()) {
				found.addAll(keyset.ascending() ? between(keyset, last + 1, high, wanted - found.size())
						: between(keyset, low, last - 1, wanted - found.size()));
				return found;
			}
			int[] places = walk.next(chunk);
			if (places.length == 0) {
				return found;
			}
			found.addAll(at(keyset, places, "t.place", wanted - found.size()));
			seen += places.length;
			last = places[places.length - 1];
			chunk = Math.min(GROWTH * chunk, this.limits.rare());
		}
		return found;
	}

	private PlaceWalk walk(Keyset<?> keyset, TextHits hits, int low, int high, int wanted) {
		WordMatch match = hits.match();
		if (hits.areRead() || match.most() <= this.limits.readAtOnce()) {
			return new PlaceWalk(low, high, keyset.ascending(), match.records(), (from, to) -> all(hits));
		}
		long width = (long) SPARE * GROWTH * wanted * match.records() / match.most();
		return new PlaceWalk(low, high, keyset.ascending(), Math.max(this.limits.part(), width),
				(from, to) -> places(hits, from, to));
	}

	/**
	 * Few enough to be all looked at, put into another order than that of their places.
	 */
	private <T> List<Found<T>> inOtherOrder(Keyset<T> keyset, TextHits hits) {
		int[] places = all(hits).stream().toArray();
		return (places.length == 0) ? List.of()
				: at(keyset, places, "t." + keyset.selection().sort().column(), keyset.selection().page().size() + 1);
	}

	/**
	 * The records at some places.
	 */
	private <T> List<Found<T>> at(Keyset<T> keyset, int[] places, String order, int most) {
		Selection<T> selection = keyset.selection();
		String direction = keyset.ascending() ? "asc" : "desc";
		return this.jdbc
			.sql("""
					select t.*, t.%s as page_sort
					from unnest(cast(:places as integer array)) u(place)
					join %s t on t.place = u.place
					where %s
					and %s
					order by %s %s, t.id %s
					fetch first %d rows only
					""".formatted(selection.sort().column(), selection.table(), selection.conditions(),
					keyset.between(), order, direction, direction, most))
			.params(selection.bindings().values())
			.param("places", array(places))
			.query(ResultRow.each(keyset.mapper()))
			.list();
	}

	/**
	 * Reads a part of the list through.
	 */
	private <T> List<Found<T>> between(Keyset<T> keyset, int low, int high, int most) {
		Selection<T> selection = keyset.selection();
		return this.jdbc
			.sql("""
					select t.*, t.%s as page_sort
					from %s t
					where t.place between :low and :high
					and %s
					and %s
					order by %s
					fetch first %d rows only
					""".formatted(selection.sort().column(), selection.table(), selection.conditions(),
					keyset.between(), Keyset.order("place", keyset.ascending()), most))
			.params(selection.bindings().values())
			.param("low", low)
			.param("high", high)
			.query(ResultRow.each(keyset.mapper()))
			.list();
	}

	private int count(Selection<?> selection, BitSet places) {
		if (places.isEmpty()) {
			return 0;
		}
		return this.jdbc.sql("""
				select count(*)
				from unnest(cast(:places as integer array)) u(place)
				join %s t on t.place = u.place
				where %s
				""".formatted(selection.table(), selection.conditions()))
			.params(selection.bindings().values())
			.param("places", array(places.stream().toArray()))
			.query(Integer.class)
			.single();
	}

	private static SqlArrayValue array(int[] places) {
		return new SqlArrayValue("integer", IntStream.of(places).boxed().toArray());
	}

	/**
	 * The places, from one to another, of records that have a word of each piece.
	 */
	private BitSet places(TextHits hits, int low, int high) {
		WordMatch match = hits.match();
		List<BitSet> pieces = match.pieces().stream().map((words) -> new BitSet(high + 1)).toList();
		Set<String> words = match.words();
		if (words.isEmpty()) {
			return new BitSet();
		}
		this.jdbc.sql("""
				select w.word, w.first_place, w.places
				from unnest(cast(:words as varchar array)) u(word)
				join text_words w on w.record_type = :type and w.word = u.word
				where w.last_place >= :low and w.first_place <= :high
				""")
			.param("words", new SqlArrayValue("varchar", words.toArray()))
			.param("type", hits.search().type())
			.param("low", low)
			.param("high", high)
			.query((row) -> {
				String word = row.getString("word");
				int first = row.getInt("first_place");
				byte[] places = row.getBytes("places");
				for (int i = 0; i < pieces.size(); i++) {
					if (match.pieces().get(i).contains(word)) {
						PlaceBlock.read(first, places, pieces.get(i)::set);
					}
				}
			});
		BitSet all = pieces.get(0);
		pieces.subList(1, pieces.size()).forEach(all::and);
		return all;
	}

	/**
	 * Reads all words of the release; it is done once for each release that is asked.
	 */
	private Vocabulary vocabulary(String type, String table) {
		int last = this.jdbc.sql("select max(t.place) from %s t".formatted(table))
			.query(Integer.class)
			.optional()
			.orElse(-1);
		List<Word> words = new ArrayList<>();
		String after = "";
		while (after != null && words.size() <= this.limits.vocabulary()) {
			List<Word> chunk = words(type, after);
			words.addAll(chunk);
			after = (chunk.size() == CHUNK) ? chunk.get(CHUNK - 1).text() : null;
		}
		if (words.size() > this.limits.vocabulary()) {
			return Vocabulary.TOO_LARGE;
		}
		words.sort(Comparator.comparing(Word::text));
		return Vocabulary.of(words, last + 1);
	}

	private List<Word> words(String type, String after) {
		return this.jdbc.sql("""
				select w.word, sum(w.place_count) as place_count
				from text_words w
				where w.record_type = :type and w.word > :after
				group by w.word
				order by w.word
				fetch first %d rows only
				""".formatted(CHUNK))
			.param("type", type)
			.param("after", after)
			.query(ResultRow.each((row) -> new Word(row.getString("word"), row.getInt("place_count"))))
			.list();
	}

	/**
	 * Where looking up by words begins to pay and where it ends to.
	 *
	 * @param readThrough a list of so many records is read through
	 * @param words so many words are looked up for a piece of a text
	 * @param rare so many records are looked at to find a page or a total
	 * @param readAtOnce so many places are read at once
	 * @param compared so many places are read to see how many of them several pieces have
	 * in common
	 * @param skimmed so many records are read through to find a common text
	 * @param part the smallest part of a list whose places are read
	 * @param counted so many places are counted
	 * @param vocabulary so many words are held in memory; with more there is no looking
	 * up
	 */
	record Limits(int readThrough, int words, int rare, int readAtOnce, int compared, int skimmed, int part,
			int counted, int vocabulary) {

		static final Limits USUAL = new Limits(500, 1_000, 10_000, 20_000, 100_000, 2_000, 4_096, 1_000_000, 1_000_000);

	}

}

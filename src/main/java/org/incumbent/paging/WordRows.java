package org.incumbent.paging;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * The rows of an index that tell in which records each word is: a word comes with up to a
 * thousand places of records at a time. What is not yet handed over is held in memory,
 * but never much of it: words may come in more rows than they need.
 */
public final class WordRows implements Iterator<@Nullable Object[]> {

	/** The columns of the table that they are put into. */
	public static final List<String> COLUMNS = List.of("record_type", "word", "first_place", "last_place",
			"place_count", "places");

	/** Places in a row. */
	private static final int MOST_PLACES = 1024;

	/** In bytes; more than a million quotes with a hundred thousand words take. */
	private static final long MOST_HELD = 64L << 20;

	/** What a word takes in memory beside its places. */
	private static final int WORD = 120;

	private final String type;

	private final Iterator<String> texts;

	private final int mostPlaces;

	private final long mostHeld;

	private Map<String, PlaceBlock> blocks = new HashMap<>();

	private long held;

	private int place;

	private final Queue<@Nullable Object[]> ready = new ArrayDeque<>();

	private Iterator<Map.Entry<String, PlaceBlock>> leaving = Map.<String, PlaceBlock>of().entrySet().iterator();

	/**
	 * The rows of a type of record.
	 * @param texts the records' folded texts, in the order of their places
	 */
	public WordRows(String type, Iterator<String> texts) {
		this(type, texts, MOST_PLACES, MOST_HELD);
	}

	WordRows(String type, Iterator<String> texts, int mostPlaces, long mostHeld) {
		this.type = type;
		this.texts = texts;
		this.mostPlaces = mostPlaces;
		this.mostHeld = mostHeld;
	}

	@Override
	public boolean hasNext() {
		while (this.ready.isEmpty() && !this.leaving.hasNext() && this.texts.hasNext()) {
			Words.forEach(this.texts.next(), this::add);
			this.place++;
			if (this.held > this.mostHeld || !this.texts.hasNext()) {
				this.leaving = this.blocks.entrySet().iterator();
				this.blocks = new HashMap<>();
				this.held = 0;
			}
		}
		return !this.ready.isEmpty() || this.leaving.hasNext();
	}

	private void add(String word) {
		PlaceBlock block = this.blocks.get(word);
		if (block == null) {
			block = new PlaceBlock(this.place);
			this.blocks.put(word, block);
			this.held += WORD + block.weight();
		}
		else if (block.last() != this.place) {
			this.held -= block.weight();
			if (block.size() == this.mostPlaces) {
				this.ready.add(row(word, block));
				block = new PlaceBlock(this.place);
				this.blocks.put(word, block);
			}
			else {
				block.add(this.place);
			}
			this.held += block.weight();
		}
	}

	@Override
	public @Nullable Object[] next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		@Nullable Object[] row = this.ready.poll();
		if (row != null) {
			return row;
		}
		Map.Entry<String, PlaceBlock> entry = this.leaving.next();
		return row(entry.getKey(), entry.getValue());
	}

	private @Nullable Object[] row(String word, PlaceBlock block) {
		return new @Nullable Object[] { this.type, word, block.first(), block.last(), block.size(), block.bytes() };
	}

}

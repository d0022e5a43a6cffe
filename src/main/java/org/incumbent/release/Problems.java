package org.incumbent.release;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The problems of a data package as they are found: the first of them, and how many more
 * there were. A large package that is wrong in every row is not to fill the memory.
 */
final class Problems extends AbstractList<Problem> {

	/** How many problems are kept. */
	static final int MOST = 10_000;

	private final List<Problem> kept = new ArrayList<>();

	private int dropped;

	/**
	 * A copy of some problems, those that were dropped counted.
	 */
	static Problems copyOf(Collection<Problem> problems) {
		Problems copy = new Problems();
		copy.addAll(problems);
		copy.dropped += (problems instanceof Problems others) ? others.dropped : 0;
		return copy;
	}

	/**
	 * The problems by file, line and column, none twice.
	 */
	Problems sorted() {
		Problems sorted = new Problems();
		this.kept.stream().sorted().distinct().forEach(sorted.kept::add);
		sorted.dropped = this.dropped;
		return sorted;
	}

	@Override
	public boolean add(Problem problem) {
		if (this.kept.size() == MOST) {
			this.dropped++;
			return true;
		}
		return this.kept.add(problem);
	}

	/**
	 * How many problems were found and not kept.
	 */
	int dropped() {
		return this.dropped;
	}

	@Override
	public Problem get(int index) {
		return this.kept.get(index);
	}

	@Override
	public int size() {
		return this.kept.size();
	}

}

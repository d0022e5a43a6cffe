package org.incumbent.paging;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Some places of a list in ascending order, as the bytes of their distances: seven bits a
 * byte, the lower ones first, and the eighth bit set where more follow.
 */
final class PlaceBlock {

	private static final int MORE = 0x80;

	private final int first;

	private int last;

	private int size = 1;

	private byte[] bytes = new byte[0];

	private int used;

	/**
	 * A block of one place.
	 */
	PlaceBlock(int first) {
		this.first = first;
		this.last = first;
	}

	/**
	 * Adds a place behind the last one.
	 */
	void add(int place) {
		int distance = place - this.last;
		if (distance <= 0) {
			throw new IllegalArgumentException("Place " + place + " is not behind " + this.last);
		}
		if (this.used + 5 > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, this.used + Math.max(5, this.used / 2));
		}
		while (distance >= MORE) {
			this.bytes[this.used++] = (byte) (distance | MORE);
			distance >>>= 7;
		}
		this.bytes[this.used++] = (byte) distance;
		this.last = place;
		this.size++;
	}

	int first() {
		return this.first;
	}

	int last() {
		return this.last;
	}

	int size() {
		return this.size;
	}

	/**
	 * The distances of all places but the first, each from the one before.
	 */
	byte[] bytes() {
		return Arrays.copyOf(this.bytes, this.used);
	}

	/**
	 * About how many bytes it takes in memory.
	 */
	int weight() {
		return 64 + this.bytes.length;
	}

	/**
	 * Hands over the places of a block in ascending order.
	 * @param first its first place
	 * @param bytes what {@link #bytes} gave
	 */
	static void read(int first, byte[] bytes, IntConsumer places) {
		int place = first;
		places.accept(place);
		int at = 0;
		while (at < bytes.length) {
			int distance = 0;
			int shift = 0;
			byte next;
			do {
				next = bytes[at++];
				distance |= (next & 0x7f) << shift;
				shift += 7;
			}
			while (next < 0);
			place += distance;
			places.accept(place);
		}
	}

}

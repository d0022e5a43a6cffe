package org.incumbent.timeline;

import java.util.List;
import java.util.function.BiPredicate;

import org.incumbent.appointment.Appointment;
import org.incumbent.time.Bounds;

/**
 * The order of one person's posts, as far as their dates and sources tell it.
 */
final class Career {

	private final List<Post> posts;

	/**
	 * A person's career.
	 * @param posts all recorded posts, oldest first
	 */
	Career(List<Post> posts) {
		this.posts = posts;
	}

	/**
	 * The posts that were over when this one began, without those that another one of
	 * them followed.
	 */
	List<Appointment> before(String key) {
		return nearest(key, Career::precedes);
	}

	/**
	 * The posts that began when this one was over, without those that followed another
	 * one of them.
	 */
	List<Appointment> after(String key) {
		return nearest(key, (later, earlier) -> precedes(earlier, later));
	}

	private List<Appointment> nearest(String key, BiPredicate<Post, Post> beyond) {
		List<Post> all = this.posts.stream()
			.filter((post) -> post.key().equals(key))
			.flatMap((own) -> this.posts.stream().filter((other) -> beyond.test(other, own)))
			.toList();
		return all.stream()
			.filter((post) -> all.stream().noneMatch((other) -> beyond.test(post, other)))
			.map(Post::appointment)
			.toList();
	}

	/**
	 * A source says so, or else the dates do.
	 */
	private static boolean precedes(Post earlier, Post later) {
		if (earlier.key().equals(later.appointment().careerPredecessorKey()) && !later.overlaps()) {
			return true;
		}
		return precedes(earlier.appointment().period().bounds(), later.appointment().period().bounds());
	}

	/**
	 * Whoever holds two posts at a time left neither for the other, so that the one must
	 * have ended by some day and the other not have begun before it.
	 */
	private static boolean precedes(Bounds earlier, Bounds later) {
		return earlier.precedes(later) && earlier.endLatest() != null && earlier.startLatest() != null
				&& later.startEarliest() != null && !later.startEarliest().isBefore(earlier.startLatest());
	}

	/**
	 * One post of a career.
	 *
	 * @param overlaps whether it ran side by side with the one that sources put before it
	 */
	record Post(Appointment appointment, boolean overlaps) {

		String key() {
			return this.appointment.key();
		}

	}

}

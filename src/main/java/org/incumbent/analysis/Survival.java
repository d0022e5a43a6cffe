package org.incumbent.analysis;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.incumbent.time.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * How long terms last when those still running are not left out but counted for as long
 * as they were followed: the median of the curve of Kaplan and Meier, between the lowest
 * and the highest curve that the dates allow.
 * <p>
 * A curve says, for each number of days, which share of the terms lasted longer. For one
 * number of days at a time, it is lowest where every term that may have ended by then did
 * so as late as it can, and where those that cannot have were lost from sight as early as
 * they can; it is highest where every term that may have lasted longer did, where the
 * others were lost from sight as late as they can, or ended as early as they can.
 */
final class Survival {

	/** How near a half a share in floating point may come before it is worked out. */
	private static final double NEAR = 1e-9;

	private final List<TermLength> terms;

	Survival(List<TermLength> terms) {
		this.terms = terms;
	}

	/**
	 * The shortest length that at most half of the terms exceeded; null where it is not
	 * reached, because more than half of them were still running when last seen.
	 */
	@Nullable DayRange median() {
		Integer least = first((days) -> isHalfOver(days, this::endingIfPossible));
		Integer most = first((days) -> isHalfOver(days, this::lastingIfPossible));
		return (least != null) ? new DayRange(least, most) : null;
	}

	/**
	 * The first number of days for which a condition holds that holds for all larger ones
	 * too, null if it holds for none.
	 */
	private @Nullable Integer first(IntPredicate condition) {
		int high = longest() + 1;
		if (!condition.test(high)) {
			return null;
		}
		int low = 0;
		while (high - low > 1) {
			int middle = low + (high - low) / 2;
			if (condition.test(middle)) {
				high = middle;
			}
			else {
				low = middle;
			}
		}
		return high;
	}

	/**
	 * The largest number of days that is told; behind it the curves stay as they are.
	 */
	private int longest() {
		return this.terms.stream()
			.flatMap((term) -> Stream.of(term.ended(), term.running()))
			.filter(Objects::nonNull)
			.flatMapToInt((days) -> IntStream.of(days.least(), TermLength.most(days)))
			.filter((days) -> days < Integer.MAX_VALUE)
			.max()
			.orElse(0);
	}

	private boolean isHalfOver(int days, Fate fate) {
		int watched = 0;
		int count = 0;
		long[] places = new long[this.terms.size()];
		for (TermLength term : this.terms) {
			Followed one = fate.of(term, days);
			if (one != null) {
				watched++;
				if (one.days() <= days) {
					places[count++] = one.place();
				}
			}
		}
		Arrays.sort(places, 0, count);
		return isHalfOver(Arrays.copyOf(places, count), watched);
	}

	private static boolean isHalfOver(long[] followed, int watched) {
		double share = 1;
		int left = watched;
		for (long place : followed) {
			share *= Followed.isLost(place) ? 1 : (left - 1) / (double) left;
			left--;
		}
		return (Math.abs(share - 0.5) > NEAR) ? share < 0.5 : isExactlyHalfOver(followed, watched);
	}

	private static boolean isExactlyHalfOver(long[] followed, int watched) {
		BigInteger numerator = BigInteger.TWO;
		BigInteger denominator = BigInteger.ONE;
		int left = watched;
		for (long place : followed) {
			if (!Followed.isLost(place)) {
				numerator = numerator.multiply(BigInteger.valueOf(left - 1));
				denominator = denominator.multiply(BigInteger.valueOf(left));
			}
			left--;
		}
		return numerator.compareTo(denominator) <= 0;
	}

	/**
	 * What a term does to the lowest curve. Leaving out a term that does not end by then
	 * is losing it from sight before its first day.
	 */
	private @Nullable Followed endingIfPossible(TermLength term, int days) {
		if (term.ended() != null && term.ended().least() <= days) {
			return new Followed(Math.min(TermLength.most(term.ended()), days), false);
		}
		if (term.optional()) {
			return null;
		}
		return (term.running() != null) ? new Followed(term.running().least(), true)
				: new Followed(Integer.MAX_VALUE, false);
	}

	/**
	 * What a term does to the highest curve. Leaving out a term that ends by then keeps
	 * the curve higher than any end does.
	 */
	private @Nullable Followed lastingIfPossible(TermLength term, int days) {
		if (term.ended() != null && TermLength.most(term.ended()) > days) {
			return new Followed(Integer.MAX_VALUE, false);
		}
		if (term.running() != null) {
			return new Followed(TermLength.most(term.running()), true);
		}
		return (term.ended() != null && !term.optional()) ? new Followed(term.ended().least(), false) : null;
	}

	/**
	 * A term for as long as it is followed.
	 *
	 * @param lost whether it was still running then
	 */
	private record Followed(int days, boolean lost) {

		/**
		 * The place in the order of the curve as a number, since thousands of terms are
		 * put into order for each number of days that is tried: who is lost from sight on
		 * a day was still there when others ended on it.
		 */
		long place() {
			return 2L * this.days + (this.lost ? 1 : 0);
		}

		static boolean isLost(long place) {
			return (place & 1) != 0;
		}

	}

	private interface Fate {

		@Nullable Followed of(TermLength term, int days);

	}

}

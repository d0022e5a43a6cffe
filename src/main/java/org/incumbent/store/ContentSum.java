package org.incumbent.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * A sum over the rows of a release, the same in whichever order they come: by it the
 * store knows that it holds what was read from the package, and nothing else.
 *
 * <p>
 * It is the sum, modulo 2 to the power of 256, of the SHA-256 of each row, which is
 * written as the table's name and the cells' texts, each followed by U+0000 and an empty
 * cell by U+0001.
 */
public final class ContentSum {

	private static final int BITS = 256;

	/** Added up only now and then, since each addition makes a new number. */
	private final long[] words = new long[BITS / 32];

	private final MessageDigest digest = sha256();

	private long rows;

	/**
	 * Takes in a row.
	 * @param cells in the order of the table's columns in the package, null where empty
	 */
	public void add(String table, List<? extends @Nullable Object> cells) {
		this.digest.update(table.getBytes(UTF_8));
		this.digest.update((byte) 0);
		for (Object cell : cells) {
			if (cell == null) {
				this.digest.update((byte) 1);
			}
			else {
				this.digest.update(cell.toString().getBytes(UTF_8));
				this.digest.update((byte) 0);
			}
		}
		IntBuffer row = ByteBuffer.wrap(this.digest.digest()).asIntBuffer();
		for (int word = 0; word < this.words.length; word++) {
			this.words[word] += Integer.toUnsignedLong(row.get(word));
		}
		if (++this.rows == 0x7fff_ffffL) {
			throw new IllegalStateException("More rows than a sum can take in");
		}
	}

	/**
	 * The sum of all rows taken in, as 64 hexadecimal digits.
	 */
	public String hex() {
		BigInteger sum = BigInteger.ZERO;
		for (long word : this.words) {
			sum = sum.shiftLeft(32).add(BigInteger.valueOf(word));
		}
		String digits = sum.mod(BigInteger.ONE.shiftLeft(BITS)).toString(16);
		return "0".repeat(BITS / 4 - digits.length()) + digits;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}

package org.incumbent.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EdtfPropertyTests {

	private static final String ALPHABET = "00112233456789XXY--//..,,[]{}?~%TZES+: xu\u0660\u2013\uD83D";

	private static final long FIRST_DAY = LocalDate.of(1, 3, 1).toEpochDay();

	private static final long LAST_DAY = LocalDate.of(10_000, 1, 1).toEpochDay();

	@Test
	void earliestIsNeverAfterLatest() {
		RandomCases.check((random) -> {
			String text = new RandomEdtf(random).text();
			Edtf edtf = Edtf.parse(text);
			LocalDate earliest = edtf.earliest();
			LocalDate latest = edtf.latest();
			boolean ordered = earliest == null || latest == null || !earliest.isAfter(latest);
			assertThat(ordered).as(text).isTrue();
		});
	}

	@Test
	void theTextReadAgainIsTheSameDate() {
		RandomCases.check((random) -> {
			String text = new RandomEdtf(random).text();
			Edtf once = Edtf.parse(text);
			Edtf twice = Edtf.parse(once.text());
			assertThat(twice).isEqualTo(once).hasToString(text);
			assertThat(twice.spans()).isEqualTo(once.spans());
		});
	}

	@Test
	void aNarrowerTextGivesANarrowerInterval() {
		RandomCases.check((random) -> {
			LocalDate date = LocalDate.ofEpochDay(random.nextLong(FIRST_DAY, LAST_DAY));
			String day = date.toString();
			String month = day.substring(0, 7);
			String year = day.substring(0, 4);
			assertNested(List.of(day.substring(0, 2) + "XX", day.substring(0, 3) + "X", year, month, day));
			assertNested(List.of(year + "-XX-XX", year + "-XX", year, month + "-XX", month, day));
			assertNested(List.of(season(date), month, day));
		});
	}

	/**
	 * Two months earlier, the seasons are the quarters of a year.
	 */
	private static String season(LocalDate day) {
		LocalDate quarter = day.minusMonths(2);
		return quarter.toString().substring(0, 4) + "-2" + (1 + (quarter.getMonthValue() - 1) / 3);
	}

	@Test
	void approximateHoldsThePlainDateAndUncertainEqualsIt() {
		RandomCases.check((random) -> {
			String text = new RandomEdtf(random).plainDate();
			Edtf plain = Edtf.parse(text);
			Edtf uncertain = Edtf.parse(text + "?");
			assertNested(List.of(text + "~", text));
			assertNested(List.of(text + "%", text));
			assertThat(uncertain.earliest()).as(text).isEqualTo(plain.earliest());
			assertThat(uncertain.latest()).as(text).isEqualTo(plain.latest());
		});
	}

	@Test
	void aSetReachesFromItsFirstMemberToItsLast() {
		RandomCases.check((random) -> {
			RandomEdtf texts = new RandomEdtf(random);
			String one = texts.date();
			String two = texts.date();
			String set = "[" + one + "," + two + "]";
			assertNested(List.of(set, one));
			assertNested(List.of(set, two));
			Edtf read = Edtf.parse(set);
			assertThat(read.earliest()).as(set).isIn(Edtf.parse(one).earliest(), Edtf.parse(two).earliest());
			assertThat(read.latest()).as(set).isIn(Edtf.parse(one).latest(), Edtf.parse(two).latest());
		});
	}

	@Test
	void garbageIsRefusedWithAPositionInsideTheText() {
		RandomCases.check((random) -> {
			assertReadOrRefused(garbage(random));
			assertReadOrRefused(damaged(new RandomEdtf(random).text(), random));
		});
	}

	private static String garbage(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(16);
		for (int i = 0; i < length; i++) {
			text.append(anyCharacter(random));
		}
		return text.toString();
	}

	private static String damaged(String text, RandomGenerator random) {
		StringBuilder damaged = new StringBuilder(text);
		int at = random.nextInt(text.length());
		switch (random.nextInt(3)) {
			case 0 -> damaged.deleteCharAt(at);
			case 1 -> damaged.insert(at, anyCharacter(random));
			default -> damaged.setCharAt(at, anyCharacter(random));
		}
		return damaged.toString();
	}

	private static char anyCharacter(RandomGenerator random) {
		boolean anything = random.nextInt(20) == 0;
		return anything ? (char) random.nextInt(0x10000) : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
	}

	private static void assertReadOrRefused(String text) {
		try {
			assertThat(Edtf.parse(text).text()).isEqualTo(text);
			FuzzyDate.parse(text);
		}
		catch (EdtfException refusal) {
			assertThat(refusal.position()).as(text).isBetween(0, text.length());
			assertThat(refusal.getMessage()).as(text).isNotBlank();
		}
	}

	private static void assertNested(List<String> fromWideToNarrow) {
		for (int i = 1; i < fromWideToNarrow.size(); i++) {
			Edtf wide = Edtf.parse(fromWideToNarrow.get(i - 1));
			Edtf narrow = Edtf.parse(fromWideToNarrow.get(i));
			String pair = wide + " holds " + narrow;
			assertThat(narrow.earliest()).as(pair).isAfterOrEqualTo(Objects.requireNonNull(wide.earliest()));
			assertThat(narrow.latest()).as(pair).isBeforeOrEqualTo(Objects.requireNonNull(wide.latest()));
		}
	}

}

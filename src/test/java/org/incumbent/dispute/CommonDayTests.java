package org.incumbent.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.incumbent.time.FuzzyDate;
import org.incumbent.time.RandomCases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommonDayTests {

	private static final LocalDate DAY_0 = LocalDate.of(2019, 1, 20);

	private static final int DAYS = 60;

	@Test
	void datesAreCompatibleIfSomeDayLiesWithinEveryOneOfThem() {
		RandomCases.check((random) -> {
			List<String> values = new ArrayList<>();
			int count = random.nextInt(1, 4);
			for (int i = 0; i < count; i++) {
				LocalDate day = DAY_0.plusDays(random.nextInt(DAYS - 20));
				values.add(switch (random.nextInt(6)) {
					case 0 -> "[" + day + ".." + day.plusDays(random.nextInt(1, 20)) + "]";
					case 1 -> "[.." + day + "]";
					case 2 -> "[" + day + "..]";
					case 3 -> "2019-02";
					default -> day.toString();
				});
			}
			boolean common = IntStream.rangeClosed(-1, DAYS)
				.mapToObj(DAY_0::plusDays)
				.anyMatch((day) -> values.stream().map(FuzzyDate::parse).allMatch((date) -> isIn(day, date)));
			assertThat(CommonDay.existsIn(values)).as("%s", values).isEqualTo(common);
		});
	}

	@Test
	void valuesThatAreNoDatesAreNotCompared() {
		assertThat(CommonDay.existsIn(List.of("2019-02", "SUBSTANTIVE"))).isNull();
		assertThat(CommonDay.existsIn(List.of("2019-02/2019-03", "2019-02"))).isNull();
	}

	private static boolean isIn(LocalDate day, FuzzyDate date) {
		return (date.earliest() == null || !day.isBefore(date.earliest()))
				&& (date.latest() == null || !day.isAfter(date.latest()));
	}

}

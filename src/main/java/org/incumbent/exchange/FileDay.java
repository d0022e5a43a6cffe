package org.incumbent.exchange;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * The day on which the foreign files were as they are.
 *
 * @param published the day of their publication, null if nobody said; then nothing is
 * shown to have been going on
 * @param latest what lies after this day is yet to come
 */
record FileDay(@Nullable LocalDate published, LocalDate latest) {

	/**
	 * The day of files.
	 * @param published null if it is not known, so that today is their latest day
	 */
	static FileDay of(@Nullable LocalDate published) {
		return new FileDay(published, (published != null) ? published : LocalDate.now(ZoneId.of("Europe/London")));
	}

}

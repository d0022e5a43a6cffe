package org.incumbent.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.incumbent.graphql.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	private static final Sort BY_NAME = new Sort("people.NAME", "name_sort", OrderDirection.ASC);

	@ParameterizedTest
	@ValueSource(strings = { "dalton, ian", "", "!/2013-03-31", "œuvre – 健康", "a:b/c d" })
	void aCursorLeadsBackToItsPlace(String sortKey) {
		Cursor cursor = new Cursor(sortKey, "ian-dalton");
		assertThat(Cursor.decode(cursor.encode(BY_NAME), BY_NAME, "after")).isEqualTo(cursor);
	}

	@Test
	void aCursorFitsIntoAnAddressAsItIs() {
		assertThat(new Cursor("œuvre? – 健康", "~~~???").encode(BY_NAME)).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void theLongestSortKeyGivesACursorThatIsTaken() {
		Cursor cursor = new Cursor(Folding.sortKey("健".repeat(500)), "k".repeat(200));
		assertThat(Cursor.decode(cursor.encode(BY_NAME), BY_NAME, "after")).isEqualTo(cursor);
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		String foreign = new Cursor("dalton, ian", "ian-dalton")
			.encode(new Sort("roles.NAME", "name_sort", OrderDirection.ASC));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> Cursor.decode(foreign, BY_NAME, "before"))
			.withMessage("the cursor in 'before' comes from another list or another order:"
					+ " send it to the list and the order that gave it");
	}

	@Test
	void aCursorOfTheOtherDirectionIsRefused() {
		String foreign = new Cursor("dalton, ian", "ian-dalton")
			.encode(new Sort("people.NAME", "name_sort", OrderDirection.DESC));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> Cursor.decode(foreign, BY_NAME, "after"))
			.withMessageContaining("another order");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "*", "5", "not a cursor", "bm90IG91cnM", "====", "\n" })
	void whatIsNoCursorIsRefused(String text) {
		assertRefused(text);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1\npeople.NAME.ASC\nkey", "1\npeople.NAME.ASC\nkey\nid\nmore", "2\npeople.NAME.ASC\nkey\nid" })
	void aCursorOfAnotherMakeIsRefused(String text) {
		assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void aCursorLongerThanAnyOfOursIsRefused() {
		assertRefused(new Cursor("a".repeat(2000), "id").encode(BY_NAME));
	}

	private static void assertRefused(String cursor) {
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> Cursor.decode(cursor, BY_NAME, "after"))
			.withMessage("'after' is not a cursor of this API:"
					+ " send a 'cursor', 'startCursor' or 'endCursor' that an earlier answer gave");
	}

}

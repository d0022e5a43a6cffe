package org.incumbent.paging;

import java.util.List;

import org.incumbent.graphql.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SortedPageTests {

	/** The sort key is what stands ahead of the stroke, so that there are ties. */
	private static final List<String> ITEMS = List.of("1/a", "1/b", "2/a", "2/b", "3/a");

	@Test
	void pagesForwardGiveTheWholeListOnce() {
		Connection<String> first = page(2, null, null, null);
		Connection<String> second = page(2, end(first), null, null);
		Connection<String> third = page(2, end(second), null, null);
		assertThat(first.nodes()).containsExactly("1/a", "1/b");
		assertThat(second.nodes()).containsExactly("2/a", "2/b");
		assertThat(third.nodes()).containsExactly("3/a");
		assertThat(first.pageInfo().hasNextPage()).isTrue();
		assertThat(first.pageInfo().hasPreviousPage()).isFalse();
		assertThat(third.pageInfo().hasNextPage()).isFalse();
		assertThat(third.pageInfo().hasPreviousPage()).isTrue();
		assertThat(third.totalCount()).isEqualTo(5);
	}

	@Test
	void pagesBackwardGiveTheWholeListOnce() {
		Connection<String> last = page(null, null, 2, null);
		Connection<String> before = page(null, null, 2, start(last));
		assertThat(last.nodes()).containsExactly("2/b", "3/a");
		assertThat(before.nodes()).containsExactly("1/b", "2/a");
		assertThat(last.pageInfo().hasNextPage()).isFalse();
		assertThat(last.pageInfo().hasPreviousPage()).isTrue();
		assertThat(page(null, null, 2, start(before)).pageInfo().hasPreviousPage()).isFalse();
	}

	@Test
	void anEmptyListHasAnEmptyPageWithoutCursors() {
		PageRequest request = new PageRequest(null, null, null, null, true, true);
		Connection<String> page = SortedPage.of(List.<String>of(), "items", (item) -> item, (item) -> item, request);
		assertThat(page.edges()).isEmpty();
		assertThat(page.totalCount()).isZero();
		assertThat(page.pageInfo()).isEqualTo(new PageInfo(false, false, null, null));
		assertThat(page(0, null, null, null).edges()).isEmpty();
		assertThat(page(0, null, null, null).pageInfo().hasNextPage()).isTrue();
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		String cursor = new Cursor("1", "1/a").encode(new Sort("others", "", false));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> page(2, cursor, null, null))
			.withMessageStartingWith("the cursor in 'after' comes from another list");
	}

	private static Connection<String> page(@Nullable Integer first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) {
		return SortedPage.of(ITEMS, "items", (item) -> item.substring(0, 1), (item) -> item,
				new PageRequest(first, after, last, before, true, true));
	}

	private static @Nullable String start(Connection<String> page) {
		return page.pageInfo().startCursor();
	}

	private static @Nullable String end(Connection<String> page) {
		return page.pageInfo().endCursor();
	}

}

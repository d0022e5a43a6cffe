package org.incumbent.paging;

import java.time.LocalDate;
import java.util.List;

import org.incumbent.graphql.BadRequestException;
import org.incumbent.graphql.GlobalId;
import org.incumbent.paging.ItemTable.Item;
import org.incumbent.time.Certainty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BindingsTests {

	private final ItemTable table = new ItemTable();

	@AfterEach
	void close() {
		this.table.close();
	}

	@Test
	void everyValueHasANameOfItsOwn() {
		Bindings bindings = new Bindings();
		assertThat(bindings.bind("a")).isNotEqualTo(bindings.bind("a"));
		assertThat(bindings.values()).hasSize(2);
	}

	@Test
	void aTextIsAValueAndNeverSql() {
		this.table.insert(new Item("o'brien; drop table items --", "o"), 1);
		Bindings bindings = new Bindings();
		String condition = bindings.inTexts("t.id", List.of("o'brien; drop table items --"));
		assertThat(this.table.idsWhere(condition, bindings)).hasSize(1);
	}

	@Test
	void noneOfNoTextsMatches() {
		this.table.insert("a", "a");
		Bindings bindings = new Bindings();
		assertThat(this.table.idsWhere(bindings.inTexts("t.id", List.of()), bindings)).isEmpty();
	}

	@Test
	void enumsAreComparedByName() {
		this.table.insert("CERTAIN", "c");
		this.table.insert("POSSIBLE", "p");
		Bindings bindings = new Bindings();
		String condition = bindings.in("t.id", List.of(Certainty.POSSIBLE, Certainty.NO));
		assertThat(this.table.idsWhere(condition, bindings)).containsExactly("POSSIBLE");
	}

	@Test
	void aKeyThatNeverMovedStandsForItself() {
		Bindings bindings = new Bindings();
		assertThat(this.table.valueOf(bindings.current("Person", "ian-dalton"), bindings)).isEqualTo("ian-dalton");
	}

	@Test
	void aKeyThatMovedLeadsToTheRecordThatAnswersNow() {
		this.table.redirect("Person", "ID", "i-dalton", "ian-dalton");
		Bindings bindings = new Bindings();
		assertThat(this.table.valueOf(bindings.current("Person", "i-dalton"), bindings)).isEqualTo("ian-dalton");
	}

	@Test
	void onlyARedirectOfTheSameTypeAndOfIdsIsFollowed() {
		this.table.redirect("Role", "ID", "dalton", "elsewhere");
		this.table.redirect("Person", "SLUG", "dalton", "elsewhere");
		Bindings bindings = new Bindings();
		assertThat(this.table.valueOf(bindings.current("Person", "dalton"), bindings)).isEqualTo("dalton");
	}

	@Test
	void anIdGivesTheKeyThatAnswersNow() {
		this.table.redirect("Person", "ID", "i-dalton", "ian-dalton");
		Bindings bindings = new Bindings();
		String key = bindings.key(GlobalId.of("Person", "i-dalton"), "Person", "speaker");
		assertThat(this.table.valueOf(key, bindings)).isEqualTo("ian-dalton");
	}

	@Test
	void anIdOfAnotherTypeIsRefusedByNameOfItsArgument() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> new Bindings().key(GlobalId.of("Role", "x"), "Person", "speaker"))
			.withMessage("'speaker' takes the id of a record of type Person; this is the id of a record of type Role");
	}

	@Test
	void theDayIsKept() {
		assertThat(new Bindings().asOf()).isNull();
		assertThat(new Bindings(LocalDate.of(2019, 3, 1)).asOf()).isEqualTo(LocalDate.of(2019, 3, 1));
	}

}

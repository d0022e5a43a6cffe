package org.incumbent.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GlobalIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "ian-dalton", "a", "a:b", "key.field", "é" })
	void anIdLeadsBackToTypeAndKey(String key) {
		assertThat(GlobalId.parse(GlobalId.of("Person", key))).isEqualTo(new GlobalId("Person", key));
	}

	@Test
	void anIdStaysTheSameForEver() {
		assertThat(GlobalId.of("Person", "ian-dalton")).isEqualTo("UGVyc29uOmlhbi1kYWx0b24");
	}

	@Test
	void anIdFitsIntoAnAddressAsItIs() {
		assertThat(GlobalId.of("Person", "?~?~>>")).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void recordsOfTwoTypesWithOneKeyHaveTwoIds() {
		assertThat(GlobalId.of("Person", "francis")).isNotEqualTo(GlobalId.of("Event", "francis"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "5", "ian-dalton", "*", "not an id", "====" })
	void whatIsNoIdIsRefusedWithWhatToSend(String id) {
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> GlobalId.parse(id))
			.withMessage("'%s' is not an id of this API: send an 'id' that an earlier answer gave,"
					+ " or look the record up by its slug", id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Person", ":ian-dalton", "Person:", ":", "" })
	void anIdThatLacksTypeOrKeyIsRefused(String text) {
		String id = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> GlobalId.parse(id))
			.withMessageContaining("is not an id of this API");
	}

	@Test
	void bytesThatAreNoTextAreRefused() {
		String id = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(new byte[] { 'P', ':', (byte) 0xff, (byte) 0xfe });
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> GlobalId.parse(id));
	}

	@Test
	void anOverLongIdIsRefusedWithoutBeingRepeatedWhole() {
		String id = GlobalId.of("Person", "x".repeat(400));
		assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> GlobalId.parse(id))
			.withMessageStartingWith("'" + id.substring(0, 40) + "…' is not an id")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(250));
	}

	@Test
	void theKeyOfTheRightTypeIsGiven() {
		assertThat(GlobalId.keyOf(GlobalId.of("Person", "ian-dalton"), "Person", "by.id")).isEqualTo("ian-dalton");
	}

	@Test
	void anIdOfAnotherTypeIsRefusedWithBothTypes() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> GlobalId.keyOf(GlobalId.of("Role", "x"), "Person", "by.id"))
			.withMessage("'by.id' takes the id of a record of type Person; this is the id of a record of type Role");
	}

}

package org.incumbent.graphql;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import graphql.schema.FieldCoordinates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.graphql.data.method.annotation.Argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A controller's method with a parameter that nobody can find is refused at the start.
 */
class FieldParametersTests {

	private final Batches batches = new Batches(NothingKept.rows(), NothingKept.rounds());

	private final LoaderArgumentResolver loaders = new LoaderArgumentResolver(this.batches,
			new NodeLoaders(List.of(), this.batches));

	private final FieldParameters parameters = new FieldParameters(this.loaders, List.of(this.loaders),
			List.of(Person.class));

	@ParameterizedTest
	@ValueSource(strings = { "name", "named", "all" })
	void theRecordAndWhatIsKnownAreFound(String method) {
		this.parameters.check(method(method), FieldCoordinates.coordinates("Person", method));
		assertThat(this.parameters.of(method(method))).hasSize(method(method).getParameterCount());
	}

	@ParameterizedTest
	@CsvSource({ "Person, clock, clock", "Person, twice, again", "Person, text, text", "Role, name, person",
			"Role, named, named", "Query, name, person" })
	void anyOtherIsRefused(String type, String method, String parameter) {
		assertThatThrownBy(() -> this.parameters.check(method(method), FieldCoordinates.coordinates(type, method)))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContainingAll("'" + parameter + "'", "People." + method, type);
	}

	@Test
	void aFieldOfNoTypeIsRefused() {
		assertThatThrownBy(() -> this.parameters.source(method("none"))).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("People.none");
	}

	private static Method method(String name) {
		return Arrays.stream(People.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	interface Named {

	}

	record Person(String name) implements Named {

	}

	static final class People {

		String name(Person person) {
			return person.name();
		}

		String named(Named named) {
			return named.toString();
		}

		String all(@Argument String first, Person person, Loader<String, Person> loader, NodeLoader nodes) {
			return first + person;
		}

		String clock(Person person, Clock clock) {
			return person + clock.toString();
		}

		String twice(Person person, Person again) {
			return person.name() + again;
		}

		String text(Person person, String text) {
			return person + text;
		}

		String none(@Argument String first) {
			return first;
		}

	}

}

package org.incumbent.release;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All tenures of a valid package, with the bounds that the database has and answers about
 * a day are given by. Each is put together when it is asked for.
 */
final class RecordedTenures {

	private final DataPackage data;

	private final DerivedColumns derived;

	RecordedTenures(DataPackage data, DerivedColumns derived) {
		this.data = data;
		this.derived = derived;
	}

	/**
	 * The tenure of an appointment by its id, null if there is none.
	 */
	@Nullable RecordedTenure find(String id) {
		Row appointment = this.data.table("appointments").find(id);
		return (appointment != null) ? of(appointment) : null;
	}

	/**
	 * All tenures in the order of their file.
	 */
	Stream<RecordedTenure> all() {
		return this.data.rows("appointments").stream().map(this::of);
	}

	/**
	 * The tenures of each role.
	 */
	Stream<List<RecordedTenure>> byRole() {
		return groups("role_id");
	}

	/**
	 * The tenures of each person.
	 */
	Stream<List<RecordedTenure>> byPerson() {
		return groups("person_id");
	}

	private Stream<List<RecordedTenure>> groups(String column) {
		return KeyIndex.of(this.data.table("appointments"), column)
			.groups()
			.map((appointments) -> appointments.stream().map(this::of).toList());
	}

	private RecordedTenure of(Row appointment) {
		Row role = this.data.get("roles", appointment.get("role_id"));
		return new RecordedTenure(appointment, this.data.get("people", appointment.get("person_id")), role,
				this.data.get("organisations", role.get("organisation_id")), this.derived.tenureBounds(appointment));
	}

}

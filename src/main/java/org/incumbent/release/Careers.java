package org.incumbent.release;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The appointments that sources put before or after others, most being known by their own
 * dates alone.
 */
final class Careers {

	private final CsvTable appointments;

	/** The numbers of the chained rows in rising order. */
	private final int[] chained;

	Careers(CsvTable appointments) {
		this.appointments = appointments;
		BitSet numbers = new BitSet(appointments.size());
		for (Row appointment : appointments.rows()) {
			for (String key : predecessorKeys(appointment)) {
				Row predecessor = appointments.find(key);
				if (predecessor != null && isFirst(appointment)) {
					numbers.set(appointment.number());
					numbers.set(predecessor.number());
				}
			}
		}
		this.chained = numbers.stream().toArray();
	}

	/**
	 * Whether the row has an id and is the one that is found by it.
	 */
	private boolean isFirst(Row appointment) {
		return appointment.equals(this.appointments.find(appointment.text("id")));
	}

	/**
	 * The rows that come before or after others, in the order of the file.
	 */
	List<Row> chained() {
		return new AbstractList<>() {

			@Override
			public Row get(int index) {
				return Careers.this.appointments.row(Careers.this.chained[index]);
			}

			@Override
			public int size() {
				return Careers.this.chained.length;
			}

		};
	}

	/**
	 * The appointments that were over when this one began: the same person's in a career,
	 * another's in the role.
	 */
	static List<String> predecessorKeys(Row appointment) {
		List<String> predecessors = new ArrayList<>();
		String career = appointment.text("career_predecessor_id");
		if (career != null && !"true".equals(appointment.text("career_overlaps"))) {
			predecessors.add(career);
		}
		String role = appointment.text("role_predecessor_id");
		if (role != null) {
			predecessors.add(role);
		}
		return predecessors;
	}

}

package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.incumbent.lineage.Calendar;
import org.incumbent.lineage.Lineage;
import org.incumbent.lineage.Origin;
import org.incumbent.lineage.Step;
import org.incumbent.organisation.OrganisationChangeKind;
import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the derived tables that say what became of which body, and which roles a
 * body has together with all that it came from.
 */
final class LineageTables {

	private final DataPackage data;

	private final Map<String, Set<String>> rolesOfBody = new HashMap<>();

	private final Map<String, Set<String>> bodiesOfRole = new HashMap<>();

	private final Map<String, Set<String>> likenesses = new HashMap<>();

	private final Set<String> transfers = new HashSet<>();

	/**
	 * The lineage tables of a valid package.
	 */
	LineageTables(DataPackage data) {
		this.data = data;
		for (Row role : data.rows("roles")) {
			link(role.get("organisation_id"), role.get("id"));
			this.likenesses.put(role.get("id"), likenesses(role));
		}
		for (Row change : data.rows("organisation_changes")) {
			if (change.get("kind").equals(OrganisationChangeKind.FUNCTIONS_TRANSFERRED.name())) {
				this.transfers.add(change.get("id"));
			}
		}
		data.rows("role_organisations").forEach((joint) -> link(joint.get("organisation_id"), joint.get("role_id")));
	}

	/**
	 * Hands the derived rows over.
	 */
	void writeTo(TableWriter writer) {
		for (Calendar calendar : Calendar.values()) {
			List<Step> steps = steps(calendar);
			write(writer, "organisation_lineage",
					List.of("organisation_id", "successor_id", "distance", "first_change", "last_change"),
					descents(calendar, steps));
			Set<Origin> origins = Lineage.origins(steps.stream().filter(this::passesOnMoreThanTasks).toList());
			write(writer, "lineage_origins", List.of("organisation_id", "earlier_id", "change_id"),
					origins.stream()
						.map((origin) -> new @Nullable Object[] { calendar.name(), origin.to(), origin.from(),
								origin.change() }));
			Map<String, Set<String>> ancestors = new HashMap<>();
			origins.forEach(
					(origin) -> ancestors.computeIfAbsent(origin.to(), (body) -> new TreeSet<>()).add(origin.from()));
			write(writer, "lineage_roles", List.of("organisation_id", "role_id"), lineageRoles(calendar, ancestors));
			write(writer, "role_lineage", List.of("role_id", "earlier_role_id"), roleLineage(calendar, ancestors));
		}
	}

	private static void write(TableWriter writer, String table, List<String> columns, Stream<@Nullable Object[]> rows) {
		List<String> all = new ArrayList<>(List.of("calendar"));
		all.addAll(columns);
		writer.write(table, all, rows.iterator());
	}

	private List<Step> steps(Calendar calendar) {
		String column = switch (calendar) {
			case LEGAL -> "legal_on";
			case OPERATIONAL -> "operational_on";
		};
		Map<String, FuzzyDate> dates = new HashMap<>();
		for (Row change : this.data.rows("organisation_changes")) {
			String date = change.text(column);
			if (date != null) {
				dates.put(change.get("id"), FuzzyDate.parse(date));
			}
		}
		Map<String, List<String>> origins = new HashMap<>();
		this.data.rows("organisation_change_parts")
			.stream()
			.filter((part) -> part.get("side").equals("FROM"))
			.forEach((part) -> origins.computeIfAbsent(part.get("change_id"), (change) -> new ArrayList<>())
				.add(part.get("organisation_id")));
		List<Step> steps = new ArrayList<>();
		for (Row part : this.data.rows("organisation_change_parts")) {
			FuzzyDate on = dates.get(part.get("change_id"));
			if (on != null && part.get("side").equals("TO")) {
				origins.getOrDefault(part.get("change_id"), List.of())
					.forEach((from) -> steps
						.add(new Step(part.get("change_id"), from, part.get("organisation_id"), on)));
			}
		}
		return steps;
	}

	/**
	 * Whoever takes over tasks of a body does not succeed those who led it.
	 */
	private boolean passesOnMoreThanTasks(Step step) {
		return !this.transfers.contains(step.change());
	}

	private static Stream<@Nullable Object[]> descents(Calendar calendar, List<Step> steps) {
		return Lineage.of(steps)
			.stream()
			.map((descent) -> new @Nullable Object[] { calendar.name(), descent.from(), descent.to(),
					descent.distance(), descent.first(), descent.last() });
	}

	private Stream<@Nullable Object[]> lineageRoles(Calendar calendar, Map<String, Set<String>> ancestors) {
		return this.data.rows("organisations").stream().map((row) -> row.get("id")).flatMap((body) -> {
			Set<String> roles = new LinkedHashSet<>(this.rolesOfBody.getOrDefault(body, Set.of()));
			ancestors.getOrDefault(body, Set.of())
				.forEach((ancestor) -> roles.addAll(this.rolesOfBody.getOrDefault(ancestor, Set.of())));
			return roles.stream().map((role) -> new @Nullable Object[] { calendar.name(), body, role });
		});
	}

	private Stream<@Nullable Object[]> roleLineage(Calendar calendar, Map<String, Set<String>> ancestors) {
		return this.bodiesOfRole.entrySet().stream().flatMap((entry) -> {
			String role = entry.getKey();
			Set<String> alike = new LinkedHashSet<>(Set.of(role));
			for (String body : entry.getValue()) {
				ancestors.getOrDefault(body, Set.of()).forEach((ancestor) -> alike.addAll(alikeAt(ancestor, role)));
			}
			return alike.stream().map((earlier) -> new @Nullable Object[] { calendar.name(), role, earlier });
		});
	}

	private List<String> alikeAt(String body, String role) {
		Set<String> wanted = this.likenesses.getOrDefault(role, Set.of());
		return this.rolesOfBody.getOrDefault(body, Set.of())
			.stream()
			.filter((other) -> this.likenesses.getOrDefault(other, Set.of()).stream().anyMatch(wanted::contains))
			.toList();
	}

	/**
	 * What makes a role like another at an earlier body: a kind that names one post, or
	 * else a kind with the same title. Of a post that is not named, nothing is known.
	 */
	private static Set<String> likenesses(Row role) {
		Set<String> likenesses = new HashSet<>();
		for (String name : role.get("kinds").split(";", -1)) {
			switch (RoleKind.valueOf(name)) {
				case CHIEF_EXECUTIVE, DEPUTY_CHIEF_EXECUTIVE, CHAIR, DEPUTY_CHAIR, NON_EXECUTIVE_DIRECTOR,
						CHIEF_OPERATING_OFFICER, CHIEF_FINANCIAL_OFFICER, CHIEF_PEOPLE_OFFICER, MEDICAL_DIRECTOR,
						CHIEF_NURSE, PRESIDENT, PARTNERSHIP_LEAD ->
					likenesses.add(name);
				case DIRECTOR, REGIONAL_DIRECTOR, NATIONAL_DIRECTOR, MINISTER, OTHER ->
					likenesses.add(name + "/" + Folding.fold(role.get("name")));
				case UNSPECIFIED -> {
					// Whatever it is, it is not known to be the same.
				}
			}
		}
		return likenesses;
	}

	private void link(String body, String role) {
		this.rolesOfBody.computeIfAbsent(body, (key) -> new TreeSet<>()).add(role);
		this.bodiesOfRole.computeIfAbsent(role, (key) -> new TreeSet<>()).add(body);
	}

}

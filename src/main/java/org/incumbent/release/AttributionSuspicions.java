package org.incumbent.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.incumbent.attribution.AttributionReason;
import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;
import org.incumbent.source.Subject;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * What is suspicious about the roles in which people are quoted: a printed attribution
 * names one and no appointment is given, or one is given that the speaker certainly did
 * not hold on the day, that is another role than the one named, or at another body.
 */
final class AttributionSuspicions {

	private static final Pattern PAST = Pattern.compile("\\b(ex|former|formerly|previous|previously)\\b");

	/** Kinds of which a body has many posts that are not the same. */
	private static final Set<RoleKind> OF_MANY = EnumSet.of(RoleKind.DIRECTOR, RoleKind.REGIONAL_DIRECTOR,
			RoleKind.NATIONAL_DIRECTOR, RoleKind.NON_EXECUTIVE_DIRECTOR, RoleKind.MINISTER, RoleKind.OTHER,
			RoleKind.UNSPECIFIED);

	private final Phrases titles = new Phrases();

	private final Phrases bodies = new Phrases();

	private final Map<String, Row> roles;

	private final Map<String, Row> organisations;

	/** The bodies that each body has to do with, itself among them. */
	private final Map<String, Set<String>> related = new HashMap<>();

	/** The bodies that each role belongs to. */
	private final Map<String, Set<String>> bodiesOfRole = new HashMap<>();

	private final Map<String, List<RecordedTenure>> careers = new HashMap<>();

	private final Map<String, List<RecordedTenure>> speakingAs = new HashMap<>();

	/**
	 * A look at the quotes of a package.
	 * @param tenures all tenures by id
	 */
	AttributionSuspicions(DataPackage data, Map<String, RecordedTenure> tenures) {
		this.roles = DerivedColumns.byId(data.rows("roles"));
		this.organisations = DerivedColumns.byId(data.rows("organisations"));
		tenures.values()
			.forEach((tenure) -> this.careers.computeIfAbsent(tenure.person().get("id"), (key) -> new ArrayList<>())
				.add(tenure));
		for (Row row : data.rows("quote_roles")) {
			RecordedTenure tenure = tenures.get(row.get("appointment_id"));
			if (tenure != null) {
				this.speakingAs.computeIfAbsent(row.get("quote_id"), (key) -> new ArrayList<>()).add(tenure);
			}
		}
		learnNames(data);
		learnBodies(data);
	}

	private void learnNames(DataPackage data) {
		for (Row role : data.rows("roles")) {
			if (!role.get("kinds").equals(RoleKind.UNSPECIFIED.name())) {
				this.titles.add(role.get("name"), role.get("id"));
			}
		}
		for (Row organisation : data.rows("organisations")) {
			String shortName = organisation.text("short_name");
			this.bodies.add(organisation.get("name"), organisation.get("id"));
			if (shortName != null) {
				this.bodies.add(shortName, organisation.get("id"));
			}
		}
		for (Row name : data.rows("names")) {
			switch (name.get("subject_type")) {
				case "Role" -> this.titles.add(name.get("name"), name.get("subject_id"));
				case "Organisation" -> this.bodies.add(name.get("name"), name.get("subject_id"));
				default -> {
					// A person's name says nothing of a role.
				}
			}
		}
	}

	private void learnBodies(DataPackage data) {
		this.organisations.keySet().forEach((id) -> relate(id, id));
		for (Row relation : data.rows("organisation_relations")) {
			relate(relation.get("organisation_id"), relation.get("related_id"));
		}
		Map<String, List<String>> parts = new HashMap<>();
		for (Row part : data.rows("organisation_change_parts")) {
			parts.computeIfAbsent(part.get("change_id"), (key) -> new ArrayList<>()).add(part.get("organisation_id"));
		}
		parts.values().forEach((changed) -> changed.forEach((one) -> changed.forEach((other) -> relate(one, other))));
		this.roles.forEach((id, role) -> this.bodiesOfRole.computeIfAbsent(id, (key) -> new HashSet<>())
			.addAll(this.related.getOrDefault(role.get("organisation_id"), Set.of())));
		for (Row joint : data.rows("role_organisations")) {
			this.bodiesOfRole.computeIfAbsent(joint.get("role_id"), (key) -> new HashSet<>())
				.addAll(this.related.getOrDefault(joint.get("organisation_id"), Set.of()));
		}
	}

	private void relate(String one, String other) {
		this.related.computeIfAbsent(one, (key) -> new HashSet<>()).add(other);
		this.related.computeIfAbsent(other, (key) -> new HashSet<>()).add(one);
	}

	/**
	 * Adds what is suspicious about one quote.
	 * @param speaker the row of the person who speaks
	 */
	void find(Row quote, Row speaker, List<SuspiciousFact> facts) {
		List<RecordedTenure> posts = this.speakingAs.getOrDefault(quote.get("id"), List.of());
		posts.forEach((post) -> checkDay(quote, post, facts));
		String attribution = quote.get("attribution");
		if (PAST.matcher(Folding.fold(attribution)).find()) {
			return;
		}
		Set<String> namedRoles = this.titles.in(attribution);
		Set<String> namedBodies = this.bodies.in(attribution);
		if (posts.isEmpty() && !namedRoles.isEmpty()) {
			facts.add(withoutAppointment(quote, speaker, namedRoles, namedBodies));
		}
		if (!posts.isEmpty() && !namedRoles.isEmpty() && posts.stream().noneMatch((post) -> isOf(post, namedRoles))) {
			facts.add(suspicious(AttributionReason.OTHER_ROLE, quote, posts.get(0),
					"The words are attributed to %s, but %s was %s: neither the title nor the kind of post is the same.",
					attribution, speaker.get("name"), posts(posts)));
		}
		if (!posts.isEmpty() && !namedBodies.isEmpty() && posts.stream().noneMatch((post) -> isAt(post, namedBodies))) {
			facts.add(suspicious(AttributionReason.OTHER_BODY, quote, posts.get(0),
					"The words are attributed to %s, which names %s, but %s was %s.", attribution, names(namedBodies),
					speaker.get("name"), posts(posts)));
		}
	}

	private SuspiciousFact withoutAppointment(Row quote, Row speaker, Set<String> namedRoles, Set<String> namedBodies) {
		FuzzyDate said = said(quote);
		boolean known = this.careers.getOrDefault(speaker.get("id"), List.of())
			.stream()
			.filter((tenure) -> isOf(tenure, namedRoles) && (namedBodies.isEmpty() || isAt(tenure, namedBodies)))
			.anyMatch((tenure) -> said == null || !tenure.bounds().shownOn(said).isContradictory());
		return known ? suspicious(AttributionReason.APPOINTMENT_NOT_GIVEN, quote, null,
				"The words are attributed to %s, but no appointment of %s is given as the role in which they were "
						+ "said.",
				quote.get("attribution"), speaker.get("name"))
				: suspicious(AttributionReason.NO_SUCH_APPOINTMENT, quote, null,
						"The words are attributed to %s, but no appointment of %s to such a role is known that may have been "
								+ "held then.",
						quote.get("attribution"), speaker.get("name"));
	}

	private static void checkDay(Row quote, RecordedTenure tenure, List<SuspiciousFact> facts) {
		FuzzyDate said = said(quote);
		if (said != null && tenure.bounds().shownOn(said).isContradictory()) {
			facts.add(suspicious(AttributionReason.NOT_HELD_THEN, quote, tenure,
					"%s is quoted as %s, but certainly was not that on the day (%s).", tenure.personName(),
					tenure.post(), said.display()));
		}
	}

	private static @Nullable FuzzyDate said(Row quote) {
		String day = quote.text("said_on");
		return (day != null) ? FuzzyDate.parse(day) : null;
	}

	/**
	 * Whether a tenure is of one of the roles, or of one with the same kind of post.
	 */
	private boolean isOf(RecordedTenure tenure, Set<String> named) {
		if (named.contains(tenure.role().get("id"))) {
			return true;
		}
		Set<RoleKind> kinds = EnumSet.noneOf(RoleKind.class);
		kinds.addAll(tenure.kinds());
		kinds.removeAll(OF_MANY);
		return named.stream().flatMap((id) -> kinds(id).stream()).anyMatch(kinds::contains);
	}

	private Collection<RoleKind> kinds(String id) {
		Row role = this.roles.get(id);
		return (role != null) ? RecordedTenure.kinds(role) : Set.of();
	}

	private boolean isAt(RecordedTenure tenure, Set<String> named) {
		Set<String> bodies = this.bodiesOfRole.getOrDefault(tenure.role().get("id"), Set.of());
		return named.stream().anyMatch(bodies::contains);
	}

	private String names(Set<String> organisations) {
		Set<String> names = new TreeSet<>();
		for (String id : organisations) {
			Row organisation = this.organisations.get(id);
			names.add((organisation != null) ? organisation.get("name") : id);
		}
		return String.join(" or ", names);
	}

	private static String posts(List<RecordedTenure> tenures) {
		return String.join(" and ", tenures.stream().map(RecordedTenure::post).toList());
	}

	private static SuspiciousFact suspicious(AttributionReason reason, Row quote, @Nullable RecordedTenure post,
			String detail, String... words) {
		return new SuspiciousFact(SuspicionRule.MISMATCHED_ATTRIBUTION, new Subject("Quote", quote.get("id")),
				(post != null) ? post.subject() : null, null, detail.formatted((Object[]) words), null, reason);
	}

}

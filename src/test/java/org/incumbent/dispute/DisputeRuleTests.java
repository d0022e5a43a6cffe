package org.incumbent.dispute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.incumbent.graphql.RunningApi;
import org.incumbent.paging.Connection;
import org.incumbent.paging.PageRequest;
import org.incumbent.source.ClaimStanding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which fields are in dispute, as the database tells it, against the plain rule over the
 * claims on each of 10,000 fields.
 */
@RunningApi
class DisputeRuleTests {

	private static final int FIELDS = 10_000;

	private final DisputeRepository disputes;

	private final JdbcTemplate jdbc;

	private final DataSource database;

	private final Random random = new Random(20190304);

	/** The claims on each field, as their standing and value. */
	private final Map<String, List<Given>> claims = new TreeMap<>();

	@Autowired
	DisputeRuleTests(DisputeRepository disputes, JdbcTemplate jdbc, DataSource database) {
		this.disputes = disputes;
		this.jdbc = jdbc;
		this.database = database;
	}

	@BeforeEach
	void claimAtRandom() {
		this.jdbc.update("delete from claims");
		List<Object[]> rows = new ArrayList<>();
		for (int field = 0; field < FIELDS; field++) {
			String key = "Event/event-%04d/field-%d".formatted(field / 3, field % 3);
			List<Given> given = new ArrayList<>();
			int count = this.random.nextInt(1, 5);
			for (int i = 0; i < count; i++) {
				Given claim = new Given(oneOf(ClaimStanding.values()), "value-" + this.random.nextInt(3));
				given.add(claim);
				rows.add(new Object[] { key + "/" + i, "event-%04d".formatted(field / 3), "field-" + field % 3,
						claim.value(), claim.standing().name() });
			}
			this.claims.put(key, given);
		}
		this.jdbc.batchUpdate(
				"""
						insert into claims (id, subject_type, subject_id, field, claimed_value, source_id, basis, standing, claim_sort)
						values (?, 'Event', ?, ?, ?, 'hsj-trust-chief-executives-and-football-managers', 'STATED', ?, '~')
						""",
				rows);
		this.jdbc.update("delete from dispute_parties");
		this.jdbc.update("delete from disputes");
		new ResourceDatabasePopulator(new ClassPathResource("db/release/derived/disputes.sql")).execute(this.database);
	}

	@Test
	void aFieldIsInDisputeIfAClaimIsDisputedOrNotAllOfDifferentValuesAreAccepted() {
		Map<String, DisputeState> expected = new TreeMap<>();
		this.claims.forEach((key, given) -> {
			DisputeState state = state(given);
			if (state != null) {
				expected.put(key, state);
			}
		});
		assertThat(expected).hasSizeGreaterThan(FIELDS / 2).containsValues(DisputeState.values());
		List<String> listed = new ArrayList<>();
		PageRequest next = new PageRequest(100, null, null, null, true, true);
		while (next != null) {
			Connection<Dispute> page = this.disputes.list(null, next);
			page.nodes().forEach((dispute) -> listed.add(key(dispute) + " " + dispute.state()));
			assertThat(page.totalCount()).isEqualTo(expected.size());
			next = page.pageInfo().hasNextPage()
					? new PageRequest(100, page.pageInfo().endCursor(), null, null, true, true) : null;
		}
		assertThat(listed)
			.isEqualTo(expected.entrySet().stream().map((each) -> each.getKey() + " " + each.getValue()).toList());
	}

	private static @Nullable DisputeState state(List<Given> given) {
		Set<ClaimStanding> standings = new HashSet<>(given.stream().map(Given::standing).toList());
		Set<String> values = new HashSet<>(given.stream().map(Given::value).toList());
		if (standings.contains(ClaimStanding.DISPUTED)) {
			return standings.contains(ClaimStanding.ACCEPTED) ? DisputeState.DECIDED : DisputeState.UNDECIDED;
		}
		boolean allAccepted = standings.equals(Set.of(ClaimStanding.ACCEPTED));
		return (values.size() > 1 && !allAccepted) ? DisputeState.SUPERSEDED : null;
	}

	private static String key(Dispute dispute) {
		return dispute.about().type() + "/" + dispute.about().key() + "/" + dispute.field();
	}

	private <E> E oneOf(E[] values) {
		return List.of(values).get(this.random.nextInt(values.length));
	}

	private record Given(ClaimStanding standing, String value) {

	}

}

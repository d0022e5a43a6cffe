package org.incumbent.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What follows from the small package.
 */
class DerivedColumnsTests {

	@Test
	@Timeout(20)
	void aLongCareerInTheOrderOfItsPostsIsOrderedByItsOneDate() {
		StringBuilder posts = new StringBuilder(
				"id,person_id,role_id,capacity,state,start_date,end_date,start_announced,"
						+ "end_announced,end_reason,start_event_id,end_event_id,joint_key,career_predecessor_id,"
						+ "career_overlaps,role_predecessor_id\npost-0,ann,trust-chief,SUBSTANTIVE,UNKNOWN,,,,,,,,,,,\n");
		for (int post = 1; post < 50_000; post++) {
			posts.append("post-%d,ann,trust-chief,SUBSTANTIVE,UNKNOWN,%s,,,,,,,,post-%d,,\n".formatted(post,
					(post == 49_999) ? "2016-05-01" : "", post - 1));
		}
		PackageFixture fixture = new PackageFixture();
		fixture.write("appointments.csv", posts.toString());
		DataPackage data = fixture.read();
		DerivedColumns derived = new DerivedColumns(data);
		assertThat(derived.of(data.rows("appointments").get(0)).get("start_sort")).asString().startsWith("2016-05-01");
		assertThat(derived.of(data.rows("appointments").get(20)).get("start_sort")).asString().endsWith("/020");
	}

}

package org.incumbent.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs a test against the whole application over the three articles that it began with,
 * so that no answer changes as the dataset grows, in a transaction that is rolled back.
 * All tests with this annotation share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
		properties = { "spring.datasource.url=${incumbent.test.running-api:jdbc:h2:mem:running-api;DB_CLOSE_DELAY=-1}",
				"incumbent.data=src/test/resources/articles",
				// what a test writes is to be read, and forgotten after it
				"incumbent.rows.most-bytes=0B" })
@Tag("store")
@AutoConfigureGraphQlTester
@Transactional
public @interface RunningApi {

}

package org.incumbent.release;

import org.incumbent.store.StoreOpening;
import org.junit.jupiter.api.Tag;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The same where no answer is kept, so that each is put together from the rows that are
 * known.
 */
@Tag("store")
@TestPropertySource(properties = { "incumbent.answers.most-bytes=0B",
		"spring.datasource.url=${incumbent.test.switching-rows:jdbc:h2:mem:switching-rows;DB_CLOSE_DELAY=-1}" })
class RowsAcrossReleasesTests extends ReleaseSwitchTests {

	@Autowired
	RowsAcrossReleasesTests(@LocalServerPort int port, StoreOpening opening,
			@Value("${spring.datasource.url}") String url) {
		super(port, opening, url);
	}

}

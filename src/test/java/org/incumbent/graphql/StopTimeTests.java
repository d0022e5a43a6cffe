package org.incumbent.graphql;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that is told to stop waits for as long as a request may take at most.
 */
class StopTimeTests {

	@Test
	void whoeverIsAllowedToBeSlowIsWaitedFor() throws Exception {
		MutablePropertySources shipped = new MutablePropertySources();
		new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"))
			.forEach(shipped::addLast);
		Binder settings = new Binder(ConfigurationPropertySources.from(shipped));
		LimitProperties limits = settings.bindOrCreate("incumbent.limits", LimitProperties.class);
		Duration longest = limits.upload().plus(limits.patience()).plus(limits.time());
		assertThat(DurationStyle
			.detectAndParse(settings.bind("spring.lifecycle.timeout-per-shutdown-phase", String.class).get()))
			.isGreaterThan(longest);
	}

}

package org.incumbent.answer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many answers are kept ready, and how long others may keep them.
 *
 * @param mostBytes what the answers may take in memory; 0 keeps none
 * @param maxAge how long others may use an answer from the release in service without
 * asking; until then a newly published release may stay unseen
 * @param pinnedMaxAge the same for an answer from a release that the request names
 * @param stale how much longer they may use it while they ask again
 */
@ConfigurationProperties("incumbent.answers")
public record AnswerProperties(@DefaultValue("64MB") DataSize mostBytes, @DefaultValue("60s") Duration maxAge,
		@DefaultValue("1d") Duration pinnedMaxAge, @DefaultValue("10m") Duration stale) {

}

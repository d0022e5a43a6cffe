package org.incumbent.graphql;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many records are kept in memory beside the database.
 *
 * @param mostBytes what they may take, about; 0 keeps none
 * @param warm whether those of a release that is put into service are read ahead, if all
 * of them take no more than a quarter of that
 * @param warmAfter how long after the start that begins, so that the first answers have
 * the processor to themselves
 */
@ConfigurationProperties("incumbent.rows")
record RowProperties(@DefaultValue("64MB") DataSize mostBytes, @DefaultValue("true") boolean warm,
		@DefaultValue("5s") Duration warmAfter) {

}

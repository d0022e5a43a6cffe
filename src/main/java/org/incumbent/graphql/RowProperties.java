package org.incumbent.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many records are kept in memory beside the database.
 *
 * @param mostBytes what they may take, about; 0 keeps none
 */
@ConfigurationProperties("incumbent.rows")
record RowProperties(@DefaultValue("64MB") DataSize mostBytes) {

}

package org.incumbent.release;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a data package is checked at start-up.
 *
 * @param texts the directory of the sources' texts; null if quotes are not compared with
 * them
 * @param transcripts the CSV file that tells which lines of which text are which source;
 * null if quotes are not compared with them
 * @param shown how many problems of a bad package are printed, at least 1
 */
@ConfigurationProperties("incumbent.validation")
record ValidationProperties(@Nullable Path texts, @Nullable Path transcripts, @DefaultValue("20") int shown) {

}

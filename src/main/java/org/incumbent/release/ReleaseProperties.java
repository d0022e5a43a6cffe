package org.incumbent.release;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which data this server answers from.
 *
 * @param data the directory of the data package, null for the one inside the application
 * @param corrections where readers report an error, null where the operator has set
 * nothing
 */
@ConfigurationProperties("incumbent")
record ReleaseProperties(@Nullable Path data, @Nullable String corrections) {

}

package org.incumbent.store;

import java.time.LocalDate;

/**
 * A record that no release may show any more.
 *
 * @param type its GraphQL type
 * @param key its key in the data package
 * @param reason a sentence for readers, who are not told of which record
 */
public record Withdrawal(String type, String key, String reason, LocalDate withdrawnOn) {

}

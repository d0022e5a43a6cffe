package org.incumbent.store;

import java.sql.SQLException;

/**
 * Makes something of a row of a result.
 */
@FunctionalInterface
public interface RowReader<T> {

	T read(ResultRow row) throws SQLException;

}

package org.incumbent.store;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * What a failing database ends with, the same whichever way the store reached it.
 */
final class StoreFailure {

	private StoreFailure() {
	}

	static DataAccessException of(String task, SQLException failure) {
		@Nullable DataAccessException translated = new SQLExceptionSubclassTranslator().translate(task, null, failure);
		return (translated != null) ? translated : new UncategorizedSQLException(task, null, failure);
	}

}

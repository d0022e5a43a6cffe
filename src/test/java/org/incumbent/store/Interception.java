package org.incumbent.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets a test see, or spoil, what is done with a database.
 */
public final class Interception {

	private Interception() {
	}

	/**
	 * A source of the same connections, on which every call is made by something else.
	 */
	public static DataSource of(DataSource target, Call<Connection> call) {
		return new DelegatingDataSource(target) {

			@Override
			public Connection getConnection() throws SQLException {
				return of(Connection.class, super.getConnection(), call);
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				return of(Connection.class, super.getConnection(username, password), call);
			}

		};
	}

	/**
	 * The same object, on which every call is made by something else.
	 */
	public static <T> T of(Class<T> type, T target, Call<T> call) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> call.make(target, method, arguments)));
	}

	/**
	 * Makes a call as it was meant.
	 */
	public static @Nullable Object make(Object target, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * Makes a call, or does something else in its place.
	 */
	@FunctionalInterface
	public interface Call<T> {

		@Nullable Object make(T target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable;

	}

}

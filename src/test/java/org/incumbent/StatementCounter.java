package org.incumbent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Notes the text of every SQL statement that the application prepares, in order, from
 * whichever thread; and has every question executed and every row read, however often it
 * is asked.
 */
@TestConfiguration(proxyBeanMethods = false)
class StatementCounter implements BeanPostProcessor {

	private final List<String> statements = new CopyOnWriteArrayList<>();

	@Bean
	static DynamicPropertyRegistrar nothingKept() {
		return (properties) -> {
			properties.add("incumbent.answers.most-bytes", () -> "0B");
			properties.add("incumbent.rows.most-bytes", () -> "0B");
		};
	}

	void reset() {
		this.statements.clear();
	}

	List<String> statements() {
		return List.copyOf(this.statements);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? new NotingDataSource(dataSource) : bean;
	}

	private final class NotingDataSource extends DelegatingDataSource {

		NotingDataSource(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return noting(super.getConnection());
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return noting(super.getConnection(username, password));
		}

		private Connection noting(Connection connection) {
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> noteAndInvoke(connection, method, arguments));
		}

		private @Nullable Object noteAndInvoke(Connection connection, Method method,
				@Nullable Object @Nullable [] arguments) throws Throwable {
			if (method.getName().equals("prepareStatement") && arguments != null) {
				StatementCounter.this.statements.add(String.valueOf(arguments[0]));
			}
			if (method.getName().equals("createStatement")) {
				StatementCounter.this.statements.add("a statement without parameters");
			}
			try {
				return method.invoke(connection, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}

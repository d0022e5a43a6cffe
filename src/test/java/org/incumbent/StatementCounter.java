package org.incumbent;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.incumbent.store.Interception;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
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
		return (bean instanceof DataSource dataSource) ? Interception.of(dataSource, this::note) : bean;
	}

	private @Nullable Object note(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (method.getName().equals("prepareStatement") && arguments != null) {
			this.statements.add(String.valueOf(arguments[0]));
		}
		if (method.getName().equals("createStatement")) {
			this.statements.add("a statement without parameters");
		}
		return Interception.make(connection, method, arguments);
	}

}

package org.incumbent;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.incumbent.store.Interception;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

import static java.util.stream.Collectors.joining;

/**
 * Asks the database, before it executes a statement of the application, how it is going
 * to do so.
 */
@TestConfiguration(proxyBeanMethods = false)
class PlanCollector implements BeanPostProcessor {

	/**
	 * What PostgreSQL does with small tables and may do without, the most of it first.
	 * Tables that grow are not read whole where there is a plan for one of these steps
	 * that does not: with neither all rows at once nor tables side by side, a row is
	 * looked up by what is known of it, and without the order of an index by that alone.
	 */
	private static final List<List<String>> STEPS = List.of(List.of("enable_seqscan"),
			List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin"), List.of("enable_seqscan",
					"enable_hashjoin", "enable_mergejoin", "enable_indexscan", "enable_indexonlyscan"));

	/** With these off, PostgreSQL sorts nothing that an index has in order. */
	private static final List<String> IN_ORDER = List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin",
			"enable_bitmapscan", "enable_sort");

	private final Map<String, String> plans = new ConcurrentHashMap<>();

	private final Map<String, String> counts = new ConcurrentHashMap<>();

	private volatile boolean collecting;

	private volatile boolean counting;

	void start() {
		this.collecting = true;
	}

	void stop() {
		this.collecting = false;
	}

	/**
	 * Has PostgreSQL take what an index has in order, and count the rows of each part of
	 * the plan, until the counts are asked for.
	 */
	void startCounting() {
		this.counts.clear();
		this.counting = true;
	}

	/**
	 * The database's plans so far, by the text of the statement.
	 */
	Map<String, String> plans() {
		return Map.copyOf(this.plans);
	}

	/**
	 * The plans with the rows that each part of them has read, since the counting began.
	 */
	List<String> counts() {
		this.counting = false;
		return List.copyOf(this.counts.values());
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? Interception.of(dataSource, this::prepare) : bean;
	}

	private @Nullable Object prepare(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		Object result = Interception.make(connection, method, arguments);
		if ((this.collecting || this.counting) && result instanceof PreparedStatement statement && arguments != null) {
			String sql = String.valueOf(arguments[0]);
			return sql.startsWith("select") ? explaining(connection, statement, sql) : result;
		}
		return result;
	}

	private PreparedStatement explaining(Connection connection, PreparedStatement prepared, String sql) {
		List<Setting> settings = new ArrayList<>();
		return Interception.of(PreparedStatement.class, prepared, (statement, method, arguments) -> {
			if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
				settings.add((another) -> Interception.make(another, method, arguments));
			}
			if (method.getName().startsWith("execute")) {
				if (this.collecting && !this.plans.containsKey(sql)) {
					this.plans.put(sql, explain(connection, sql, settings));
				}
				if (this.counting) {
					this.counts.put(sql, explained(connection, "explain (analyze, timing off, format json) " + sql,
							settings, IN_ORDER));
				}
			}
			return Interception.make(statement, method, arguments);
		});
	}

	/**
	 * The first plan that reads nothing whole, or the last one.
	 */
	private String explain(Connection connection, String sql, List<Setting> settings) throws Throwable {
		if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			return explained(connection, "explain " + sql, settings);
		}
		String plan = "";
		for (List<String> step : STEPS) {
			plan = explained(connection, "explain (format json) " + sql, settings, step);
			if (WholeReads.in(plan).isEmpty()) {
				break;
			}
		}
		return plan;
	}

	private static String explained(Connection connection, String sql, List<Setting> settings, List<String> off)
			throws Throwable {
		execute(connection, off.stream().map("set %s = off;"::formatted).collect(joining()));
		String plan = explained(connection, sql, settings);
		execute(connection, off.stream().map("set %s = on;"::formatted).collect(joining()));
		return plan;
	}

	private static String explained(Connection connection, String sql, List<Setting> settings) throws Throwable {
		StringBuilder plan = new StringBuilder();
		try (PreparedStatement explanation = connection.prepareStatement(sql)) {
			for (Setting setting : settings) {
				setting.repeat(explanation);
			}
			try (ResultSet lines = explanation.executeQuery()) {
				while (lines.next()) {
					plan.append(lines.getString(1)).append('\n');
				}
			}
		}
		return plan.toString();
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * A value that the application gave a statement.
	 */
	private interface Setting {

		void repeat(PreparedStatement another) throws Throwable;

	}

}

package org.incumbent.store;

import java.io.File;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

/**
 * Where the store is and how long it keeps what is no longer in service.
 *
 * @param url JDBC address of H2 in memory, H2 in a file or PostgreSQL
 * @param username null where the database needs none
 * @param password null where the database needs none
 * @param keep how many releases are kept, the one in service among them; at least 2, so
 * that there is one to go back to
 * @param grace how long the tables of a release outlast it, for queries that are being
 * answered from them
 * @param look how long a server waits from one look at what is in service to the next
 */
public record StoreSettings(String url, @Nullable String username, @Nullable String password, int keep, Duration grace,
		Duration look) {

	public static final int KEEP = 5;

	public static final Duration GRACE = Duration.ofMinutes(1);

	public static final Duration LOOK = Duration.ofSeconds(1);

	private static final String FILE = "jdbc:h2:file:";

	/**
	 * Settings that are usual but for the address.
	 * @throws StoreException if the address is not that of a database that the store can
	 * be in
	 */
	public static StoreSettings of(String url, @Nullable String username, @Nullable String password) {
		return new StoreSettings(url, username, password, KEEP, GRACE, LOOK);
	}

	public StoreSettings {
		Database.of(url);
		if (keep < 2) {
			throw new StoreException(
					"Keep at least 2 releases, not " + keep + ": one in service and one to go back to");
		}
	}

	/**
	 * Whether the store is gone with the process, so that nobody else can change it.
	 */
	public boolean isInMemory() {
		return this.url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:");
	}

	/**
	 * Whether H2 keeps the store in a file.
	 */
	boolean isInFile() {
		return this.url.toLowerCase(Locale.ROOT).startsWith(FILE);
	}

	/**
	 * The file that H2 keeps the store in, null if it is somewhere else.
	 */
	@Nullable File file() {
		if (!isInFile()) {
			return null;
		}
		String path = this.url.substring(FILE.length()).replaceFirst(";.*", "");
		String home = Matcher.quoteReplacement(System.getProperty("user.home"));
		return new File(path.replaceFirst("^~(?=/|$)", home) + ".mv.db").getAbsoluteFile();
	}

	/**
	 * The address with what a file needs: acknowledged commits are on the disk, and a
	 * command may open it beside the server.
	 */
	String jdbcUrl() {
		if (!isInFile()) {
			return this.url;
		}
		String lower = this.url.toLowerCase(Locale.ROOT);
		String complete = this.url;
		for (String setting : new String[] { "WRITE_DELAY=0", "AUTO_SERVER=TRUE" }) {
			String name = setting.substring(0, setting.indexOf('=') + 1).toLowerCase(Locale.ROOT);
			complete += lower.contains(";" + name) ? "" : ";" + setting;
		}
		return complete;
	}

	/**
	 * User and password as the drivers take them.
	 */
	Properties credentials() {
		Properties credentials = new Properties();
		if (this.username != null) {
			credentials.setProperty("user", this.username);
		}
		if (this.password != null) {
			credentials.setProperty("password", this.password);
		}
		return credentials;
	}

	/**
	 * Without the password.
	 */
	@Override
	public String toString() {
		return this.url.replaceAll("(?i)(password=)[^&;]*", "$1...");
	}

}

package org.incumbent.store;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Puts rows into a table as fast as the database takes them, holding a few at a time.
 */
final class RowLoader {

	private static final int BATCH = 1000;

	/** Characters of COPY's text format sent at a time. */
	private static final int CHUNK = 1 << 16;

	private final Database database;

	private final DiskSpace space;

	private final Connection connection;

	/**
	 * A loader over a connection that does not commit by itself.
	 */
	RowLoader(Database database, DiskSpace space, Connection connection) {
		this.database = database;
		this.space = space;
		this.connection = connection;
	}

	/**
	 * Puts rows into a table and commits now and then: nobody sees the table before the
	 * release is whole.
	 * @param rows each in the order of the columns
	 * @throws StoreException if the disk has too little room for them
	 */
	void load(String table, List<String> columns, Iterator<@Nullable Object[]> rows) throws SQLException {
		if (!rows.hasNext()) {
			return;
		}
		switch (this.database) {
			case H2 -> insert(table, columns, rows);
			case POSTGRESQL -> copy(table, columns, rows);
		}
		this.connection.commit();
	}

	private void insert(String table, List<String> columns, Iterator<@Nullable Object[]> rows) throws SQLException {
		String sql = "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns),
				String.join(", ", columns.stream().map((column) -> "?").toList()));
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			int waiting = 0;
			while (rows.hasNext()) {
				@Nullable Object[] row = rows.next();
				for (int i = 0; i < row.length; i++) {
					statement.setObject(i + 1, row[i]);
				}
				statement.addBatch();
				if (++waiting == BATCH || !rows.hasNext()) {
					this.space.requireForRows();
					statement.executeBatch();
					this.connection.commit();
					waiting = 0;
				}
			}
		}
	}

	private void copy(String table, List<String> columns, Iterator<@Nullable Object[]> rows) throws SQLException {
		CopyIn copy = this.connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)));
		try {
			StringWriter chunk = new StringWriter(CHUNK);
			while (rows.hasNext()) {
				appendLine(chunk.getBuffer(), rows.next());
				if (chunk.getBuffer().length() > CHUNK || !rows.hasNext()) {
					byte[] bytes = chunk.toString().getBytes(UTF_8);
					copy.writeToCopy(bytes, 0, bytes.length);
					chunk.getBuffer().setLength(0);
				}
			}
			copy.endCopy();
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	private static void appendLine(StringBuffer line, @Nullable Object[] row) {
		for (int i = 0; i < row.length; i++) {
			if (i > 0) {
				line.append('\t');
			}
			Object cell = row[i];
			if (cell == null) {
				line.append("\\N");
			}
			else if (cell instanceof byte[] bytes) {
				line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
			}
			else {
				appendEscaped(line, cell.toString());
			}
		}
		line.append('\n');
	}

	private static void appendEscaped(StringBuffer line, String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '\\' -> line.append("\\\\");
				case '\t' -> line.append("\\t");
				case '\n' -> line.append("\\n");
				case '\r' -> line.append("\\r");
				default -> line.append(character);
			}
		}
	}

}

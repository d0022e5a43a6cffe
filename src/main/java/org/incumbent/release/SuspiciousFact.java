package org.incumbent.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.incumbent.attribution.AttributionReason;
import org.incumbent.paging.Columns;
import org.incumbent.source.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Something in the dataset that is likely to be a mistake, unless it is explained.
 *
 * @param about the record that is suspicious
 * @param other the record that it does not go together with, null where it is suspicious
 * by itself
 * @param days how many days the overlap, the gap or the tenure lasts, null for quotes
 * @param detail what is suspicious, as a sentence
 * @param explanation why it is right all the same, null where nobody has said so yet
 * @param reason of a quote, in what its attribution disagrees with the dataset
 */
record SuspiciousFact(SuspicionRule rule, Subject about, @Nullable Subject other, @Nullable Integer days, String detail,
		@Nullable String explanation, @Nullable AttributionReason reason) {

	SuspiciousFact(SuspicionRule rule, Subject about, @Nullable Subject other, @Nullable Integer days, String detail,
			@Nullable String explanation) {
		this(rule, about, other, days, detail, explanation, null);
	}

	static SuspiciousFact of(ResultSet row, int number) throws SQLException {
		String other = row.getString("other_id");
		String reason = row.getString("reason");
		return new SuspiciousFact(SuspicionRule.valueOf(row.getString("rule")), Subject.of(row),
				(other != null) ? new Subject(row.getString("other_type"), other) : null, Columns.integer(row, "days"),
				row.getString("detail"), row.getString("explanation"),
				(reason != null) ? AttributionReason.valueOf(reason) : null);
	}

	/**
	 * The key in the database, which orders facts by rule and record.
	 */
	String key() {
		String key = this.rule + "/" + this.about.key();
		String both = (this.other != null) ? key + "/" + this.other.key() : key;
		return (this.reason != null) ? both + "/" + this.reason : both;
	}

	/**
	 * The row of the database.
	 */
	Map<String, @Nullable Object> row() {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", key());
		row.put("rule", this.rule.name());
		row.put("subject_type", this.about.type());
		row.put("subject_id", this.about.key());
		row.put("other_type", (this.other != null) ? this.other.type() : null);
		row.put("other_id", (this.other != null) ? this.other.key() : null);
		row.put("days", this.days);
		row.put("detail", this.detail);
		row.put("explanation", this.explanation);
		row.put("reason", (this.reason != null) ? this.reason.name() : null);
		return row;
	}

	SuspiciousFact with(@Nullable String note) {
		return new SuspiciousFact(this.rule, this.about, this.other, this.days, this.detail, note, this.reason);
	}

}

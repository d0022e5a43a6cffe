package org.incumbent.graphql;

/**
 * Counts what a query consists of without parsing it, so that nothing is parsed that is
 * too long for it or nested so deeply that the parser would run out of stack.
 */
final class QueryScan {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String query;

	private int position;

	private int tokens;

	private int open;

	private int deepest;

	private QueryScan(String query) {
		this.query = query;
	}

	/**
	 * Counts to the end, whatever the text is.
	 */
	static QueryScan of(String query) {
		QueryScan scan = new QueryScan(query);
		while (scan.position < query.length()) {
			scan.next();
		}
		return scan;
	}

	/**
	 * Names, numbers, strings and signs.
	 */
	int tokens() {
		return this.tokens;
	}

	/**
	 * Braces, brackets and parentheses that are open at once.
	 */
	int deepest() {
		return this.deepest;
	}

	private void next() {
		char current = this.query.charAt(this.position);
		if (current == '#') {
			skipComment();
			return;
		}
		if (isIgnored(current)) {
			this.position++;
			return;
		}
		this.tokens++;
		if (current == '"') {
			skipString();
			return;
		}
		if (isPartOfWord(current)) {
			skipWord();
			return;
		}
		count(current);
		this.position += this.query.startsWith("...", this.position) ? 3 : 1;
	}

	private void count(char sign) {
		if (sign == '{' || sign == '[' || sign == '(') {
			this.open++;
			this.deepest = Math.max(this.deepest, this.open);
		}
		if (sign == '}' || sign == ']' || sign == ')') {
			this.open--;
		}
	}

	private void skipComment() {
		while (this.position < this.query.length() && !isLineEnd(this.query.charAt(this.position))) {
			this.position++;
		}
	}

	private void skipWord() {
		while (this.position < this.query.length() && isPartOfWord(this.query.charAt(this.position))) {
			this.position++;
		}
	}

	private void skipString() {
		boolean block = this.query.startsWith("\"\"\"", this.position);
		this.position += block ? 3 : 1;
		while (this.position < this.query.length()) {
			if (block && this.query.startsWith("\\\"\"\"", this.position)) {
				this.position += 4;
			}
			else if (block && this.query.startsWith("\"\"\"", this.position)) {
				this.position += 3;
				return;
			}
			else if (!block && this.query.charAt(this.position) == '\\') {
				this.position += 2;
			}
			else if (!block
					&& (this.query.charAt(this.position) == '"' || isLineEnd(this.query.charAt(this.position)))) {
				this.position++;
				return;
			}
			else {
				this.position++;
			}
		}
	}

	private static boolean isIgnored(char each) {
		return each == ' ' || each == '\t' || each == ',' || each == BYTE_ORDER_MARK || isLineEnd(each);
	}

	private static boolean isLineEnd(char each) {
		return each == '\n' || each == '\r';
	}

	private static boolean isPartOfWord(char each) {
		return each == '_' || each == '-' || each == '+' || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z')
				|| (each >= '0' && each <= '9');
	}

}

package org.incumbent.paging;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.incumbent.graphql.NothingKept;
import org.incumbent.store.Database;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A small table to take pages of and to filter, in a database of its own.
 */
final class ItemTable implements AutoCloseable {

	static final Link OF_FAMILY = () -> new Join("memberships l", "l.family = u.parent_id",
			"join items t on t.id = l.item_id");

	private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final KeysetRepository pages = new KeysetRepository(this.jdbc, NothingKept.rows(),
			new TextRepository(this.jdbc, NothingKept.memory()), () -> Database.H2);

	ItemTable() {
		this.jdbc.sql("create table items (id varchar primary key, name_sort varchar not null, weight integer)")
			.update();
		this.jdbc.sql("create table memberships (family varchar, item_id varchar, primary key (family, item_id))")
			.update();
		this.jdbc.sql("""
				create table redirects (record_type varchar, kind varchar, old_value varchar, target_id varchar)
				""").update();
	}

	static Sort byName(OrderDirection direction) {
		return new Sort("items.NAME", "name_sort", direction);
	}

	void insert(String id, String sortKey) {
		insert(new Item(id, sortKey), null);
	}

	void insert(Item item, @Nullable Integer weight) {
		this.jdbc.sql("insert into items values (:id, :name, :weight)")
			.param("id", item.id())
			.param("name", item.sortKey())
			.param("weight", weight)
			.update();
	}

	void delete(String id) {
		this.jdbc.sql("delete from items where id = ?").param(id).update();
	}

	void addTo(String family, String id) {
		this.jdbc.sql("insert into memberships values (?, ?)").params(family, id).update();
	}

	void redirect(String type, String kind, String old, String target) {
		this.jdbc.sql("insert into redirects values (?, ?, ?, ?)").params(type, kind, old, target).update();
	}

	void clear() {
		this.jdbc.sql("delete from items").update();
		this.jdbc.sql("delete from memberships").update();
	}

	/**
	 * The ids of the rows for which a condition holds.
	 */
	List<String> idsWhere(String condition, Bindings bindings) {
		return this.jdbc.sql("select t.id from items t where " + condition + " order by t.id")
			.params(bindings.values())
			.query(String.class)
			.list();
	}

	/**
	 * What an expression without a table comes to.
	 */
	String valueOf(String expression, Bindings bindings) {
		return this.jdbc.sql("select " + expression).params(bindings.values()).query(String.class).single();
	}

	Connection<Item> page(OrderDirection direction, PageRequest page) {
		return this.pages.page(selection("true", new Bindings(), direction, page));
	}

	Connection<Item> heavierThan(int weight, PageRequest page) {
		Bindings bindings = new Bindings();
		return this.pages.page(selection("t.weight > " + bindings.bind(weight), bindings, OrderDirection.ASC, page));
	}

	Map<String, Connection<Item>> pages(OrderDirection direction, PageRequest page, List<String> families) {
		return this.pages.pages(selection("true", new Bindings(), direction, page), OF_FAMILY, families);
	}

	Map<String, Connection<Item>> heavierThan(int weight, PageRequest page, List<String> families) {
		Bindings bindings = new Bindings();
		return this.pages.pages(selection("t.weight > " + bindings.bind(weight), bindings, OrderDirection.ASC, page),
				OF_FAMILY, families);
	}

	private static Selection<Item> selection(String conditions, Bindings bindings, OrderDirection direction,
			PageRequest page) {
		return new Selection<>("items", Item::of, conditions, bindings, byName(direction), page);
	}

	@Override
	public void close() {
		this.database.destroy();
	}

	/**
	 * A row.
	 */
	record Item(String id, String sortKey) {

		static Item of(ResultRow row) throws SQLException {
			return new Item(row.getString("id"), row.getString("name_sort"));
		}

	}

}

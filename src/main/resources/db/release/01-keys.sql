-- Each release has these tables in a schema of its own; they are filled once and never change. Indexes are made when the rows are
-- there. There are no foreign keys: the validator has followed every reference before a row is loaded.

-- Keys and sort keys compare byte by byte, so that every database orders alike; ${binary} is the database's word for that.
create domain record_key as varchar ${binary};
create domain sort_key as varchar ${binary};

-- What a link that has moved leaves behind: an old key or slug, and the record that answers for it now.
create table redirects (
  record_type varchar not null,
  kind varchar not null,
  old_value record_key not null,
  target_id record_key not null,
  reason varchar not null,
  primary key (record_type, kind, old_value)
);

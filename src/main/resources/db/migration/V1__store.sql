-- What the store knows of its releases. The rows of a release are in a schema of its own, made by the scripts of db/release.
-- Each statement can be run again, since H2 commits each by itself.
create table if not exists store_format (
  name varchar not null primary key,
  format integer not null,
  application varchar not null
);

-- LOADING: being filled; nobody sees it, and whoever finds it without its import removes it. KEPT: can be asked. DROPPED: can be
-- asked no more; its schema goes when nobody can be reading it any longer.
create table if not exists store_releases (
  number integer not null primary key,
  version varchar not null,
  state varchar not null,
  layout integer not null,
  title varchar not null,
  released_on date not null,
  checksum varchar not null,
  content varchar not null,
  licence varchar not null,
  citation varchar not null,
  descriptor varchar not null,
  changed_at timestamp with time zone not null
);

-- The last one is in service; going back removes it.
create table if not exists store_publications (
  number integer not null primary key,
  version varchar not null,
  published_at timestamp with time zone not null
);

-- Records that no release may show any more.
create table if not exists store_withdrawals (
  record_type varchar not null,
  record_key varchar not null,
  reason varchar not null,
  withdrawn_on date not null,
  primary key (record_type, record_key)
);

-- Whoever changes the store holds this row, and has it until the process or the connection ends.
create table if not exists store_locks (
  name varchar not null primary key,
  last_number integer not null
);

insert into store_locks (name, last_number)
select 'change', 0
where not exists (select 1 from store_locks where name = 'change');

insert into store_locks (name, last_number)
select 'number', 0
where not exists (select 1 from store_locks where name = 'number');

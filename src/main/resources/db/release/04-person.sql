create table people (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  honorific varchar,
  sort_name varchar not null,
  description varchar,
  name_sort sort_key not null,
  names_folded varchar not null,
  disputed boolean not null
);
create index people_by_name on people (name_sort, id);

-- Other names of people, organisations and roles.
create table names (
  id record_key not null primary key,
  subject_type varchar not null,
  subject_id record_key not null,
  name varchar not null,
  kind varchar not null,
  honorific varchar,
  start_date varchar,
  end_date varchar,
  state varchar not null,
  source_id record_key not null,
  locator varchar not null,
  start_sort sort_key not null
);
create index names_by_subject on names (subject_type, subject_id);

-- Codes that others know people and organisations by.
create table identifiers (
  id record_key not null primary key,
  subject_type varchar not null,
  subject_id record_key not null,
  scheme varchar not null,
  identifier_value varchar not null,
  start_date varchar,
  end_date varchar,
  state varchar not null,
  url varchar,
  source_id record_key not null,
  locator varchar not null,
  start_sort sort_key not null
);
create index identifiers_by_subject on identifiers (subject_type, subject_id);
create index identifiers_by_code on identifiers (subject_type, scheme, identifier_value);

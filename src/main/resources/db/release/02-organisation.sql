-- Columns named *_earliest, *_latest, *_sort, *_folded and disputed are derived from the row at import.
create table organisations (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  short_name varchar,
  kind varchar not null,
  named boolean not null,
  description varchar,
  founded_date varchar,
  dissolved_date varchar,
  state varchar not null,
  exists_from_earliest date,
  exists_from_latest date,
  exists_until_earliest date,
  exists_until_latest date,
  name_sort sort_key not null,
  founded_sort sort_key not null,
  names_folded varchar not null,
  disputed boolean not null
);
create index organisations_by_name on organisations (name_sort, id);
create index organisations_by_founding on organisations (founded_sort, id);

create table organisation_relations (
  id record_key not null primary key,
  kind varchar not null,
  organisation_id record_key not null,
  related_id record_key not null,
  start_date varchar,
  end_date varchar,
  state varchar not null,
  observed_on varchar,
  source_id record_key not null,
  locator varchar not null,
  holds_from_earliest date,
  holds_from_latest date,
  holds_until_earliest date,
  holds_until_latest date,
  start_sort sort_key not null
);
create index organisation_relations_by_part on organisation_relations (organisation_id, kind);
create index organisation_relations_by_whole on organisation_relations (related_id, kind);

create table organisation_changes (
  id record_key not null primary key,
  kind varchar not null,
  announced_on varchar,
  operational_on varchar,
  legal_on varchar,
  note varchar,
  event_id record_key,
  change_sort sort_key not null,
  disputed boolean not null
);
create index organisation_changes_by_event on organisation_changes (event_id);

create table organisation_change_parts (
  change_id record_key not null,
  side varchar not null,
  organisation_id record_key not null,
  primary key (change_id, side, organisation_id)
);
create index organisation_change_parts_by_body on organisation_change_parts (organisation_id);

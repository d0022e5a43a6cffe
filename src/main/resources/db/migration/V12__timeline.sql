-- Derived at import, like the columns beside them: the days of the dates by which the timeline places events and changes.
alter table events add column began_latest date;
alter table organisation_changes add column announced_earliest date;
alter table organisation_changes add column announced_latest date;
alter table organisation_changes add column operational_earliest date;
alter table organisation_changes add column operational_latest date;
alter table organisation_changes add column legal_earliest date;
alter table organisation_changes add column legal_latest date;

-- In both tables below wide_sort is the sort key of what may have happened on days more than a year apart, null of all else: what may
-- lie in a span is then sought among the few wide ones and, of the others, among those from a year before it.

-- Derived by db/derived/timeline.sql: every start and end of an appointment whose date is given or bounded, with the columns of the
-- appointment that its filter asks for.
create table moves (
  id record_key not null primary key,
  kind varchar not null,
  field varchar not null,
  appointment_id record_key not null references appointments,
  event_id record_key references events,
  move_date varchar not null,
  basis varchar not null,
  move_earliest date,
  move_latest date,
  move_sort sort_key not null,
  wide_sort sort_key,
  person_id record_key not null references people,
  role_id record_key not null references roles,
  capacity varchar not null,
  start_date varchar,
  start_earliest date,
  start_latest date,
  end_date varchar,
  end_earliest date,
  end_latest date
);
create index moves_by_day on moves (move_sort, id);
create index moves_by_width on moves (wide_sort);
create index moves_by_person on moves (person_id);
create index moves_by_role on moves (role_id);

-- Derived by db/derived/timeline.sql: everything that has a date, in the order of the dates.
create table timeline_entries (
  id record_key not null primary key,
  kind varchar not null,
  item_type varchar not null,
  item_id record_key not null,
  field varchar not null,
  entry_date varchar not null,
  basis varchar not null,
  entry_earliest date,
  entry_latest date,
  entry_sort sort_key not null,
  wide_sort sort_key
);
create index timeline_entries_by_day on timeline_entries (entry_sort, id);
create index timeline_entries_by_width on timeline_entries (wide_sort);

-- Derived by db/derived/timeline.sql: on whose timelines each entry stands.
create table timeline_subjects (
  subject_type varchar not null,
  subject_id record_key not null,
  entry_id record_key not null references timeline_entries,
  primary key (subject_type, subject_id, entry_id)
);

-- Derived by db/derived/disputes.sql: the fields of records for which sources give different values.
create table disputes (
  id record_key not null primary key,
  subject_type varchar not null,
  subject_id record_key not null,
  field varchar not null,
  state varchar not null
);

-- Derived by db/derived/disputes.sql: the people and bodies whom each dispute concerns.
create table dispute_parties (
  party_type varchar not null,
  party_id record_key not null,
  dispute_id record_key not null references disputes,
  primary key (party_type, party_id, dispute_id)
);
create index dispute_parties_by_dispute on dispute_parties (dispute_id);

-- Of a quote: in what its attribution disagrees with the dataset.
alter table suspicious_facts add column reason varchar;
create index suspicious_facts_by_rule on suspicious_facts (rule, id);

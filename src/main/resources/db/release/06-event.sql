create table topics (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  description varchar,
  name_sort sort_key not null
);
create index topics_by_name on topics (name_sort, id);

create table events (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  kind varchar not null,
  event_date varchar not null,
  until_date varchar,
  description varchar,
  part_of_id record_key,
  event_earliest date,
  event_latest date,
  event_sort sort_key not null,
  text_folded varchar not null,
  disputed boolean not null,
  place integer not null
);
create index events_by_date on events (event_sort, id);
-- By date, as a number.
create index events_by_place on events (place, id);
create index events_by_whole on events (part_of_id);

create table event_responses (
  event_id record_key not null,
  responds_to_id record_key not null,
  primary key (event_id, responds_to_id)
);

-- Derived: an event with itself, its parts, their parts and so on.
create table event_parts (
  event_id record_key not null,
  part_id record_key not null,
  primary key (event_id, part_id)
);

create table topic_subjects (
  topic_id record_key not null,
  subject_type varchar not null,
  subject_id record_key not null,
  primary key (topic_id, subject_type, subject_id)
);
create index topic_subjects_by_subject on topic_subjects (subject_type, subject_id);

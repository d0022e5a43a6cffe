create table quotes (
  id record_key not null primary key,
  source_id record_key not null,
  position integer not null,
  locator varchar not null,
  form varchar not null,
  text varchar,
  gloss varchar,
  attribution varchar not null,
  speaker_person_id record_key,
  speaker_organisation_id record_key,
  speaker_description varchar,
  said_on varchar,
  channel varchar not null,
  setting_event_id record_key,
  said_earliest date,
  said_latest date,
  said_sort sort_key not null,
  position_sort sort_key not null,
  text_folded varchar not null,
  disputed boolean not null,
  place integer not null,
  unique (source_id, position)
);
create index quotes_by_speaker on quotes (speaker_person_id, position_sort, id);
create index quotes_by_speaking_body on quotes (speaker_organisation_id, position_sort, id);
create index quotes_by_setting on quotes (setting_event_id);
create index quotes_by_day on quotes (said_sort, id);
create index quotes_by_position on quotes (position_sort, id);
-- By position, as a number.
create index quotes_by_place on quotes (place, id);

-- The appointments that the printed attribution names.
create table quote_roles (
  quote_id record_key not null,
  appointment_id record_key not null,
  primary key (quote_id, appointment_id)
);
create index quote_roles_by_appointment on quote_roles (appointment_id);

create table quote_targets (
  quote_id record_key not null,
  target_type varchar not null,
  target_id record_key not null,
  primary key (quote_id, target_type, target_id)
);
create index quote_targets_by_target on quote_targets (target_type, target_id);

-- Derived: the quotes that react to an event or to one of its parts.
create table event_reactions (
  event_id record_key not null,
  quote_id record_key not null,
  primary key (event_id, quote_id)
);

create table quote_subjects (
  quote_id record_key not null,
  subject_type varchar not null,
  subject_id record_key not null,
  primary key (quote_id, subject_type, subject_id)
);
create index quote_subjects_by_subject on quote_subjects (subject_type, subject_id);

-- Spans in quotation marks that nobody is quoted as saying.
create table quoted_terms (
  id record_key not null primary key,
  source_id record_key not null,
  locator varchar not null,
  text varchar not null,
  note varchar not null
);

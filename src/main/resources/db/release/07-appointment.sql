create table appointments (
  id record_key not null primary key,
  person_id record_key not null,
  role_id record_key not null,
  capacity varchar not null,
  start_date varchar,
  end_date varchar,
  state varchar not null,
  start_announced varchar,
  end_announced varchar,
  end_reason varchar,
  start_event_id record_key,
  end_event_id record_key,
  joint_key record_key,
  career_predecessor_id record_key,
  career_overlaps boolean,
  role_predecessor_id record_key,
  organisation_id record_key not null,
  single_seat boolean not null,
  held_from_earliest date,
  held_from_latest date,
  held_until_earliest date,
  held_until_latest date,
  start_earliest date,
  start_latest date,
  end_earliest date,
  end_latest date,
  start_sort sort_key not null,
  end_sort sort_key not null,
  person_sort sort_key not null,
  role_sort sort_key not null,
  disputed boolean not null
);
create index appointments_by_person on appointments (person_id);
create index appointments_by_role on appointments (role_id, held_from_latest);
create index appointments_by_start on appointments (start_sort, id);
create index appointments_by_end on appointments (end_sort, id);
create index appointments_by_name on appointments (person_sort, id);
create index appointments_by_post on appointments (role_sort, id);
create index appointments_by_joint_key on appointments (joint_key);
create index appointments_by_start_event on appointments (start_event_id);
create index appointments_by_end_event on appointments (end_event_id);

create table observations (
  id record_key not null primary key,
  appointment_id record_key,
  role_id record_key,
  shows varchar not null,
  observed_on varchar not null,
  source_id record_key not null,
  locator varchar not null,
  observed_sort sort_key not null
);
create index observations_by_appointment on observations (appointment_id);
create index observations_by_role on observations (role_id);

create table participations (
  id record_key not null primary key,
  event_id record_key not null,
  person_id record_key,
  organisation_id record_key,
  part varchar not null,
  note varchar
);
create index participations_by_event on participations (event_id);

create table participation_appointments (
  participation_id record_key not null,
  appointment_id record_key not null,
  primary key (participation_id, appointment_id)
);

-- Derived from participations: who took part in what, once however many parts they played.
create table event_participants (
  participant_type varchar not null,
  participant_id record_key not null,
  event_id record_key not null,
  primary key (participant_type, participant_id, event_id)
);
create index event_participants_by_event on event_participants (event_id);

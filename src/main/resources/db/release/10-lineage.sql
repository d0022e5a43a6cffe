-- Derived from organisation_changes and their parts, on each calendar: what became of which body, at whatever distance.
-- The changes are the first and the last step of a shortest way from the earlier body to the later one.
create table organisation_lineage (
  calendar varchar not null,
  organisation_id record_key not null,
  successor_id record_key not null,
  distance integer not null,
  first_change record_key not null,
  last_change record_key not null,
  primary key (calendar, organisation_id, successor_id)
);
create index organisation_lineage_by_successor on organisation_lineage (successor_id, calendar);

-- Derived: each body with those that it came from, whatever the way, and the changes by which ways from there begin: until then the
-- earlier body counts. A transfer of tasks does not count here or below.
create table lineage_origins (
  calendar varchar not null,
  organisation_id record_key not null,
  earlier_id record_key not null,
  change_id record_key not null,
  primary key (calendar, organisation_id, earlier_id, change_id)
);

-- Derived: the roles of each body and of all that it came from, each role once.
create table lineage_roles (
  calendar varchar not null,
  organisation_id record_key not null,
  role_id record_key not null,
  primary key (calendar, organisation_id, role_id)
);

-- Derived: each role with itself and with its like at the bodies that its own came from.
create table role_lineage (
  calendar varchar not null,
  role_id record_key not null,
  earlier_role_id record_key not null,
  primary key (calendar, role_id, earlier_role_id)
);

-- Whether somebody in a role shows that it was still there on a day.
create index appointments_by_role_and_end on appointments (role_id, held_until_earliest);

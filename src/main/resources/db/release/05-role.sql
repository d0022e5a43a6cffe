create table roles (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  kinds varchar not null,
  organisation_id record_key not null,
  seats integer,
  announced_on varchar,
  start_date varchar,
  end_date varchar,
  state varchar not null,
  exists_from_earliest date,
  exists_from_latest date,
  exists_until_earliest date,
  exists_until_latest date,
  name_sort sort_key not null,
  names_folded varchar not null,
  disputed boolean not null
);
create index roles_by_name on roles (name_sort, id);

-- Derived from roles.kinds, one row a kind.
create table role_kinds (
  role_id record_key not null,
  kind varchar not null,
  primary key (role_id, kind)
);
create index role_kinds_by_kind on role_kinds (kind, role_id);

-- The further bodies of a joint role.
create table role_organisations (
  role_id record_key not null,
  organisation_id record_key not null,
  source_id record_key not null,
  locator varchar not null,
  primary key (role_id, organisation_id)
);

-- Derived: every body that a role belongs to, its own and the joint ones.
create table organisation_roles (
  organisation_id record_key not null,
  role_id record_key not null,
  primary key (organisation_id, role_id)
);
create index organisation_roles_by_role on organisation_roles (role_id);

create table reporting_lines (
  id record_key not null primary key,
  role_id record_key not null,
  reports_to_id record_key not null,
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
create index reporting_lines_by_role on reporting_lines (role_id);

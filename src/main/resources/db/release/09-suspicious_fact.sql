-- Why facts that a rule finds suspicious are right all the same.
create table explanations (
  id record_key not null primary key,
  rule varchar not null,
  subject_type varchar not null,
  subject_id record_key not null,
  other_id record_key,
  note varchar not null
);

-- Derived: what the rules find in this release, with its explanation where there is one. The key orders them by rule and record.
create table suspicious_facts (
  id record_key not null primary key,
  rule varchar not null,
  subject_type varchar not null,
  subject_id record_key not null,
  other_type varchar,
  other_id record_key,
  days integer,
  detail varchar not null,
  explanation varchar
);

-- What the data set is known to lack.
create table wanted_facts (
  id record_key not null primary key,
  name varchar not null,
  subject_type varchar,
  subject_id record_key,
  field varchar,
  note varchar not null
);

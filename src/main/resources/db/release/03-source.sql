create table sources (
  id record_key not null primary key,
  slug record_key not null unique,
  name varchar not null,
  kind varchar not null,
  publisher_id record_key,
  authors varchar,
  published_on varchar,
  url varchar,
  archive_url varchar,
  retrieved_on date,
  published_earliest date,
  published_latest date,
  published_sort sort_key not null,
  names_folded varchar not null
);
create index sources_by_date on sources (published_sort, id);
create index sources_by_publisher on sources (publisher_id);
create index sources_by_url on sources (url);

-- Which source stands for which row, and where in it; derived: as the row itself says, and not a row of the package.
create table citations (
  id record_key not null primary key,
  subject_type varchar not null,
  subject_id record_key not null,
  source_id record_key not null,
  locator varchar not null,
  derived boolean default false not null
);
create index citations_by_subject on citations (subject_type, subject_id);
create index citations_by_source on citations (source_id);

-- One value that one source gives for one field: as the package states it, or derived from a citation.
create table claims (
  id record_key not null primary key,
  subject_type varchar not null,
  subject_id record_key not null,
  field varchar not null,
  claimed_value varchar not null,
  source_id record_key not null,
  quote_id record_key,
  locator varchar,
  basis varchar not null,
  standing varchar not null,
  note varchar,
  claim_sort sort_key not null,
  derived boolean default false not null
);
create index claims_by_subject on claims (subject_type, subject_id, field);
create index claims_by_sort on claims (claim_sort, id);
create index claims_by_source on claims (source_id, claim_sort, id);

-- Derived: which sources stand behind which record, through citations or claims.
create table subject_sources (
  subject_type varchar not null,
  subject_id record_key not null,
  source_id record_key not null,
  primary key (subject_type, subject_id, source_id)
);
create index subject_sources_by_source on subject_sources (source_id);

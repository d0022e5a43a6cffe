-- Derived: in which records a word is, by their places in the list of their type. A row has up to about a thousand places: the first one,
-- and the distances between them as bytes.
create table text_words (
  record_type varchar not null,
  word record_key not null,
  first_place integer not null,
  last_place integer not null,
  place_count integer not null,
  places bytea not null,
  primary key (record_type, word, first_place)
);

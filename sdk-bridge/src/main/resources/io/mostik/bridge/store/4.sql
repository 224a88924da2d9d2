alter table mb_schema_version add column if not exists held_why varchar(2000);

alter table mb_schema_version add column if not exists is_restored boolean not null default false;

alter table mb_schema_version add column if not exists released_at bigint;

alter table mb_schema_version add column if not exists cut_number bigint not null default 0;

alter table mb_schema_version add column if not exists cut_hash varchar(64) not null default '';

alter table mb_base add column if not exists held_at bigint;

alter table mb_base add column if not exists held_after bigint;

alter table mb_base add column if not exists held_event bigint;

alter table mb_base add column if not exists released_at bigint;

alter table mb_intent add column if not exists in_doubt boolean not null default false;

create table if not exists mb_person (
  hash varchar(64) not null,
  kind varchar(10) not null,
  ref varchar(26) not null,
  primary key (hash, kind, ref)
);

create index if not exists mb_person_ref on mb_person (kind, ref);

alter table mb_schema_version add column if not exists is_closed boolean not null default false;

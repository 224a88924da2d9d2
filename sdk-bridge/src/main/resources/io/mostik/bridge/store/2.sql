create table if not exists mb_run (
  id varchar(26) not null primary key,
  link varchar(60) not null,
  event_key varchar(120) not null,
  trigger_name varchar(60) not null,
  connection varchar(120) not null,
  event_id text not null,
  happened_at bigint not null,
  received_at bigint not null,
  state varchar(12) not null,
  code varchar(60) not null,
  notes text not null,
  about varchar(64),
  digest varchar(16) not null,
  intent varchar(26),
  data text not null,
  unique (link, event_key)
);

create index if not exists mb_run_link on mb_run (link, id);

create index if not exists mb_run_state on mb_run (state, link);

create index if not exists mb_run_about on mb_run (about, link);

create table if not exists mb_link (
  link varchar(60) not null primary key,
  feed varchar(26) not null,
  started_at bigint not null,
  paused_at bigint,
  why varchar(400) not null,
  counted_after varchar(26) not null
);

create table if not exists mb_echo (
  run varchar(26) not null,
  value_hash varchar(64) not null,
  connection varchar(120) not null,
  expires_at bigint not null,
  primary key (run, value_hash)
);

create index if not exists mb_echo_value on mb_echo (connection, value_hash);

create index if not exists mb_echo_expiry on mb_echo (expires_at);

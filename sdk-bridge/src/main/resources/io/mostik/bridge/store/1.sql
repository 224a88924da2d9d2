create table if not exists mb_base (
  base varchar(130) not null primary key,
  last_event bigint not null
);

create table if not exists mb_intent (
  id varchar(26) not null primary key,
  base varchar(130) not null,
  document varchar(120) not null,
  action varchar(120) not null,
  line varchar(120) not null,
  digest varchar(64) not null,
  connection varchar(120) not null,
  fields text not null,
  state varchar(10) not null,
  next_step varchar(20) not null,
  code varchar(60) not null,
  results text not null,
  vendor_says text,
  subject varchar(250),
  holds boolean not null,
  event bigint not null,
  accepted_at bigint not null,
  changed_at bigint not null,
  valid_until bigint,
  not_before bigint,
  tries integer not null,
  begun boolean not null,
  begun_at bigint,
  alarm integer not null,
  version bigint not null,
  unique (base, document, action, line)
);

create index if not exists mb_intent_event on mb_intent (base, event);

create index if not exists mb_intent_not_before on mb_intent (not_before);

create index if not exists mb_intent_subject on mb_intent (subject, event);

create table if not exists mb_subject (
  subject varchar(250) not null primary key,
  intent varchar(26) not null
);

create table if not exists mb_decision (
  number bigint not null primary key,
  at bigint not null,
  who varchar(120) not null,
  what varchar(60) not null,
  about varchar(400) not null,
  reason text,
  reason_digest varchar(64) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);

create table if not exists mb_node (
  node varchar(50) not null primary key,
  started_at bigint not null,
  seen_at bigint not null,
  skew_millis bigint not null
);

create table if not exists scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(250) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index if not exists scheduled_tasks_execution_time on scheduled_tasks (execution_time);

create index if not exists scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

create index if not exists scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);

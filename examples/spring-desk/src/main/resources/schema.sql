create table if not exists deliveries (order_id bigint primary key, card bigint not null, total decimal(12, 2) not null);
create table if not exists news (id varchar(100) primary key, event varchar(100) not null, order_id bigint);

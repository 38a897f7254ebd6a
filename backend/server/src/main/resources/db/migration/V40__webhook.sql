-- Who wants to hear of the alerts of a hall and of the halls below it
create table webhook (
	id         uuid primary key     default gen_random_uuid(),
	hall       text        not null,
	url        text        not null,
	-- The key of its signatures: it must be at hand for each of them, so it is kept as it is
	secret     bytea       not null,
	-- Alerts below this severity are not told
	lowest     text        not null,
	types      text[]      not null,
	-- It hears of what is recorded from then on; null while it is turned off
	enabled_at timestamptz          default now(),
	made_by    text        not null,
	made_at    timestamptz not null default now()
);

create index webhook_hall on webhook (hall);

-- One message to one receiver. The key: no event is queued twice for a webhook.
create table webhook_delivery (
	id        uuid primary key     default gen_random_uuid(),
	webhook   uuid        not null references webhook (id) on delete cascade,
	hall      text        not null,
	version   bigint      not null,
	type      text        not null,
	-- To the letter what is sent each time
	payload   text        not null,
	state     text        not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'DEAD')),
	attempts  integer     not null default 0,
	queued_at timestamptz not null default now(),
	-- When it is to be tried. While it is being tried: when it is taken for lost
	next_at   timestamptz not null default now(),
	status    integer,
	error     text,
	-- When it was delivered or given up
	ended_at  timestamptz,
	unique (webhook, hall, version)
);

create index webhook_delivery_pending on webhook_delivery (webhook, next_at) where state = 'PENDING';
create index webhook_delivery_ended on webhook_delivery (ended_at) where state <> 'PENDING';

-- How far the journal was read for webhooks, by the database's clock
create table webhook_reading (
	one     boolean primary key default true check (one),
	read_to timestamptz not null
);

insert into webhook_reading (read_to)
values (now());

-- The severity of an alert at a version of its hall, as its newest event that names one says. An alert's id tells the
-- version at which it was raised. Its events are nearly always among those of the last days: older ones are looked at
-- only if nothing is found there.
create function alert_severity(of_hall integer, of_alert text, until bigint, near date) returns text
	language plpgsql stable cost 10000 as
$$
declare
	raised   bigint := substring(of_alert from '^a([0-9]{1,18})$')::bigint;
	back     integer;
	severity text;
begin
	foreach back in array '{2,30,100000}'::integer[] loop
		select event_text(j.data, 'severity') into severity
		from journal j
		where j.hall = of_hall and j.day >= near - back and j.version between raised and until
			and j.type like 'alert.%' and j.type in ('alert.raised', 'alert.changed', 'alert.returned')
			and event_text(j.data, 'alert') = of_alert
		order by j.version desc
		limit 1;
		exit when severity is not null or raised is null;
	end loop;
	return severity;
end
$$;

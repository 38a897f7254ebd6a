-- What names this journal among all others
create table journal_identity (
	one   boolean primary key default true check (one),
	epoch text not null
);

insert into journal_identity (epoch)
values (substr(replace(gen_random_uuid()::text, '-', ''), 1, 12));

-- The heads of the journals. An append moves a head from the version that it was decided on, or does nothing.
create table hall (
	key      integer generated always as identity primary key,
	id       text        not null unique,
	version  bigint      not null default 0,
	-- The day that the newest entry is kept under. It never goes back, so days rise with versions.
	day      date        not null default '-infinity',
	moved_at timestamptz not null default now()
) with (fillfactor = 50);

-- The entries, a partition for each day (UTC, by the database's clock), so that old days can be dropped.
-- There is no default partition: it would have to be searched whenever a day is added.
create table journal (
	hall            integer     not null,
	version         bigint      not null,
	day             date        not null,
	recorded_at     timestamptz not null,
	time            timestamptz not null,
	device_time     timestamptz,
	source          text        not null,
	event_id        text        not null,
	type            text        not null,
	-- json and not jsonb: it keeps every text that a device may send, and costs less to write
	data            json        not null,
	anomaly         text,
	anomaly_applied boolean,
	anomaly_detail  text
) partition by range (day);

-- A hall's whole state, so that a start need not read its journal from the beginning
create table snapshot (
	hall    integer     not null references hall (key),
	-- Programs of two versions may run side by side, each with the snapshots that it can read
	format  integer     not null,
	version bigint      not null,
	kept_at timestamptz not null default now(),
	state   text        not null,
	primary key (hall, format)
);

-- Makes the partition of a day, if it is missing. Appends go on meanwhile: attaching takes no lock that they mind.
create function journal_day(wanted date) returns void
	language plpgsql as
$$
declare
	partition text := 'journal_' || to_char(wanted, 'YYYYMMDD');
begin
	if to_regclass(partition) is not null then
		return;
	end if;
	perform pg_advisory_xact_lock(7214305);
	if to_regclass(partition) is not null then
		return;
	end if;
	execute format('create table %I (like journal)', partition);
	execute format('create unique index %I on %I (hall, version)', partition || '_version', partition);
	execute format('create unique index %I on %I (hall, source, event_id)', partition || '_event', partition);
	execute format('create index %I on %I (hall, version) where anomaly is not null', partition || '_anomaly', partition);
	execute format('alter table journal attach partition %I for values from (%L) to (%L)', partition, wanted, wanted + 1);
end
$$;

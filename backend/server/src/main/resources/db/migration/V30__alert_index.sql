-- Events of alerts are rare among all others: who looks for them must not read the others.
-- A query finds the index when it says "type like 'alert.%'" in these words.
create function journal_alert_index(partition text) returns void
	language plpgsql as
$$
begin
	-- What is new, in all halls
	execute format('create index if not exists %I on %I (recorded_at) where type like ''alert.%%''',
		partition || '_alert', partition);
	-- What happened in one hall, in order, with who was on duty
	execute format('create index if not exists %I on %I (hall, version)'
		|| ' where type like ''alert.%%'' or type = ''roster.changed''', partition || '_duty', partition);
end
$$;

-- As before, with these indexes
create or replace function journal_day(wanted date) returns void
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
	perform journal_alert_index(partition);
	execute format('alter table journal attach partition %I for values from (%L) to (%L)', partition, wanted, wanted + 1);
end
$$;

-- No program that makes partitions the old way may make one meanwhile
select pg_advisory_xact_lock(7214305);

select journal_alert_index(c.relname::text)
from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent = 'journal'::regclass
order by c.relname;

-- A field of an event. The journal keeps every text that a device or a person may write, also what PostgreSQL
-- cannot take out of it again: that is null here, for one such event must not stop all others.
create function event_text(data json, field text) returns text
	language sql immutable as
$$
	select case when pg_input_is_valid(data::text, 'jsonb') then data ->> field end
$$;

-- Events of emergencies are rare among all others: who looks for them must not read the others.
-- A query finds the index when it says "type like 'emergency.%'" in these words.
create function journal_emergency_index(partition text) returns void
	language plpgsql as
$$
begin
	execute format('create index if not exists %I on %I (hall, version) where type like ''emergency.%%''',
		partition || '_emergency', partition);
end
$$;

-- As before, with this index
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
	perform journal_emergency_index(partition);
	execute format('alter table journal attach partition %I for values from (%L) to (%L)', partition, wanted, wanted + 1);
end
$$;

-- No program that makes partitions the old way may make one meanwhile
select pg_advisory_xact_lock(7214305);

select journal_emergency_index(c.relname::text)
from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent = 'journal'::regclass
order by c.relname;

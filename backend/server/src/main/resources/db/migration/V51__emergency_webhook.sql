-- Whoever is told of emergencies is told of what is new in all halls
create or replace function journal_emergency_index(partition text) returns void
	language plpgsql as
$$
begin
	execute format('create index if not exists %I on %I (hall, version) where type like ''emergency.%%''',
		partition || '_emergency', partition);
	execute format('create index if not exists %I on %I (recorded_at) where type like ''emergency.%%''',
		partition || '_emergency_new', partition);
end
$$;

-- No program that makes partitions the old way may make one meanwhile
select pg_advisory_xact_lock(7214305);

select journal_emergency_index(c.relname::text)
from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent = 'journal'::regclass
order by c.relname;

-- Whether an event is one of a drill, as the emergency's declaration says. That is nearly always among the events of
-- the last days: older ones are looked at only if nothing is found there.
create function emergency_drill(of_hall integer, event json, until bigint, near date) returns text
	language plpgsql stable cost 10000 as
$$
declare
	of_emergency text := event_text(event, 'emergency');
	back         integer;
	drill        text;
begin
	foreach back in array '{2,30,100000}'::integer[] loop
		select event_text(j.data, 'drill') into drill
		from journal j
		where j.hall = of_hall and j.day >= near - back and j.version <= until
			and j.type like 'emergency.%' and j.type = 'emergency.declared'
			and event_text(j.data, 'emergency') = of_emergency
		order by j.version desc
		limit 1;
		exit when drill is not null;
	end loop;
	return coalesce(drill, 'false');
end
$$;

-- An event as outsiders are told it: the plan that it is worked by stays in the house.
create function emergency_told(event json) returns text
	language sql immutable as
$$
	select case when pg_input_is_valid(event::text, 'jsonb') then (event::jsonb - 'plan')::text else event::text end
$$;

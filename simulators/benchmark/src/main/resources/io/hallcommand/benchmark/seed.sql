-- Gives a server's database halls that have a past: plans, heads, and events of today.
-- Each hall's journal is its plan, three windows that open, and visits of four events each
-- (issued, called, started, completed), 1 000 entries in all; it keeps no snapshots, so that
-- a start has to read everything. The order on disk is that of a living system: halls take turns.
--
-- Runs in psql, or as two statements over JDBC. The server has run once, so that the tables are there; nobody
-- reports meanwhile, and the server is started anew afterwards.
-- `set seed.halls = 100` before it makes fewer halls than 10 000. They are named seed-00001, seed-00002 …
-- The data is as durable as any when it ends: synchronous_commit matters to the commit only.

do
$seed$
declare
	halls    integer     := coalesce(nullif(current_setting('seed.halls', true), ''), '10000');
	visits   integer     := 249;
	today    date        := (now() at time zone 'UTC')::date;
	days     text        := 'journal_' || to_char(today, 'YYYYMMDD');
	-- All events within today by the halls' own time
	midnight timestamptz := date_trunc('day', now(), 'Asia/Shanghai');
	opening  timestamptz := greatest(midnight, now() - interval '8 hours');
	step     interval    := (now() - opening) / 1001;
	template text;
begin
	set local synchronous_commit = off;
	set local maintenance_work_mem = '512MB';
	set local max_parallel_maintenance_workers = 2;

	select json_build_object('hall', 'seed-?', 'name', json_build_object('zh', '大厅 ?', 'en', 'Hall ?'),
			'level', 'COUNTY', 'parent', null, 'timeZone', 'Asia/Shanghai', 'clock', 'LIVE',
			'zones', json_build_array(json_build_object('id', 'A', 'name', json_build_object('zh', 'A', 'en', 'A'))),
			'queues', (select json_agg(json_build_object('id', 'q' || q, 'name',
					json_build_object('zh', 'q' || q, 'en', 'q' || q), 'prefix', 'Q' || q || '-',
					'waitLimitSeconds', 1800)) from generate_series(0, 7) q),
			'windows', (select json_agg(json_build_object('id', '0' || w, 'name',
					json_build_object('zh', '0' || w, 'en', '0' || w), 'zone', 'A', 'kind', 'SPECIALIST',
					'queues', (select json_agg('q' || q) from generate_series(0, 7) q), 'position', null))
				from generate_series(0, 2) w))::text
		into template;

	perform journal_day(today);
	execute format('drop index %I, %I, %I', days || '_version', days || '_event', days || '_anomaly');

	create temporary table seeded on commit drop as
		select n, 'seed-' || lpad(n::text, 5, '0') as id, replace(template, '?', lpad(n::text, 5, '0')) as plan, 0 as key
		from generate_series(1, halls) n;
	insert into hall (id, version, day) select id, 4 + 4 * visits, today from seeded order by n;
	update seeded set key = hall.key from hall where hall.id = seeded.id;
	insert into hall_plan (hall, version, plan) select id, 1, plan::jsonb from seeded order by n;
	analyze seeded;

	execute format($insert$
		insert into %I (hall, version, day, recorded_at, time, source, event_id, type, data)
		select key, 1, $1, $2, $2, 'hall', 'plan-' || id, 'hall.planned', ('{"actor":"seed","plan":' || plan || '}')::json
		from seeded
		union all
		select key, 2 + w, $1, $2, $2, 'seed-0' || w, '0', 'window.opened', ('{"window":"0' || w || '"}')::json
		from generate_series(0, 2) w cross join seeded
		$insert$, days) using today, opening;
	for visit in 0 .. visits - 1 loop
		execute format($insert$
			insert into %I (hall, version, day, recorded_at, time, source, event_id, type, data)
			select key, 5 + 4 * $4 + place, $1, $2 + (4 + 4 * $4 + place) * $3, $2 + (4 + 4 * $4 + place) * $3,
				'seed-0' || $4 %% 3, (5 + 4 * $4 + place)::text, type, ('{"ticket":"A' || $4 || '"' || more || '}')::json
			from seeded cross join (values (0, 'ticket.issued', ',"queue":"q' || $4 %% 8
						|| '","channel":"KIOSK","priority":"NORMAL"'),
					(1, 'ticket.called', ',"window":"0' || $4 %% 3 || '"'),
					(2, 'ticket.started', ',"window":"0' || $4 %% 3 || '"'),
					(3, 'ticket.completed', '')) event (place, type, more)
			$insert$, days) using today, opening, step, visit;
	end loop;

	execute format('create unique index %I on %I (hall, version)', days || '_version', days);
	execute format('create unique index %I on %I (hall, source, event_id)', days || '_event', days);
	execute format('create index %I on %I (hall, version) where anomaly is not null', days || '_anomaly', days);
end
$seed$;

analyze;

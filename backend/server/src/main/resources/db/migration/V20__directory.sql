-- The newest plan of every hall, drawn from the journals
create table hall_plan (
	hall       text primary key,
	-- The version of the hall's journal since which the plan is followed
	version    bigint      not null,
	plan       jsonb       not null,
	updated_at timestamptz not null default clock_timestamp()
);

create index hall_plan_updated on hall_plan (updated_at);

-- Changes that were begun: if a node dies between the journal and hall_plan, another one finishes
create table hall_plan_intent (
	id      uuid primary key     default gen_random_uuid(),
	hall    text        not null,
	made_at timestamptz not null default now()
);

-- What plan files looked like when they were taken: only a file that changed is taken again
create table hall_plan_file (
	hall text primary key,
	hash text not null
);

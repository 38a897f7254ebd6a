-- What a hall changes of the rules above it, as a merge patch (RFC 7396)
create table hall_rules (
	hall       text primary key,
	patch      jsonb       not null,
	actor      text        not null,
	updated_at timestamptz not null default clock_timestamp()
);

create table access_user (
	name          text primary key,
	password_hash text        not null,
	role          text        not null,
	-- The hall whose subtree the user may see; null means all halls
	scope         text,
	created_at    timestamptz not null default now()
);

create table access_token (
	id           uuid primary key     default gen_random_uuid(),
	-- SHA-256; the token itself is kept nowhere
	hash         bytea       not null unique,
	kind         text        not null,
	name         text        not null,
	role         text        not null,
	scope        text,
	-- Whose session it is. No foreign key: a session that ends must stay for the other nodes to see
	user_name    text,
	created_at   timestamptz not null default now(),
	-- To the hour
	last_used_at timestamptz,
	-- When it expires or was revoked; null means neither
	over_at      timestamptz
);

create index access_token_over on access_token (over_at) where over_at is not null;
create index access_token_user on access_token (user_name) where user_name is not null;

-- What a screen of many halls shows of each: kept so that any node can show a hall that lives nowhere or elsewhere.
-- It follows the journal and may be lost: halls without a glance are drawn anew.
create table hall_glance (
	hall    text    primary key,
	-- The hall's version that it shows
	version bigint  not null,
	-- How it is written; what a newer program wrote, an older one keeps
	format  integer not null,
	-- Which node wrote it: that one need not read it
	node    uuid    not null,
	-- By which transaction. "What changed since" is what was not yet visible then, so nothing is missed however late a
	-- transaction ends; times and sequences could not promise that.
	changed xid8    not null default pg_current_xact_id(),
	glance  jsonb   not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.2);

create index hall_glance_changed on hall_glance (changed);

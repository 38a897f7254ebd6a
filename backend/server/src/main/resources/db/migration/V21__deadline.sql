-- When a hall has something to do next by itself, such as raising an alert: a node that finds it past brings the hall to
-- life. Not indexed: an index would make every append dearer, and the table is small.
alter table hall add column wakes_at timestamptz;

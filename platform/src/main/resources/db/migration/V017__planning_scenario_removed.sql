-- A removal can be undone for thirty days.
alter table planning.scenario add column removed_at timestamptz;

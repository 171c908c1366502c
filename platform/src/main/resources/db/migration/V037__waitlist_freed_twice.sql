-- A slot that comes free again while it is being offered stands here once more, instead of making its act wait.
alter table waitlist.freed drop constraint freed_pkey;
alter table waitlist.freed add column id bigint generated always as identity primary key;

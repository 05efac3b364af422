-- Codes that people type have fewer bits than a fast hash can hide: their first four characters find them, and of the rest a slow
-- hash with a salt is kept. Invitations (three days) and waiting identities (one day) from before are made anew.
delete from account.household_invitation;
alter table account.household_invitation
    drop column code_hash,
    add column code_start text not null check (length(code_start) = 4),
    add column code_hash text primary key;
create index household_invitation_by_start on account.household_invitation (code_start);

delete from account.waiting_identity;
alter table account.waiting_identity
    drop column code_hash,
    add column code_start text not null check (length(code_start) = 4),
    add column code_hash text primary key;
create index waiting_identity_by_start on account.waiting_identity (code_start);

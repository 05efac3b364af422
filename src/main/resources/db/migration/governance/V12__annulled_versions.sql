-- A version whose vote was annulled is neither in force nor superseded.
alter table governance.convention_version drop constraint convention_version_state_check;
alter table governance.convention_version add constraint convention_version_state_check
    check (state in ('DRAFT', 'IN_FORCE', 'SUPERSEDED', 'ANNULLED'));

-- From here on the audit names people by the id of their account; their names are looked up when it is read, so that a person
-- who is erased is erased here too, while the lines stay. The one time the lines written so far are changed.
alter table account.audit_entry disable trigger audit_is_append_only;

update account.audit_entry entry
set name = ''
where exists (select from account.account account where account.id = entry.account_id);

update account.audit_entry entry
set subject = sign_in.account_id::text
from account.sign_in_name sign_in
where sign_in.name = entry.subject;

alter table account.audit_entry enable trigger audit_is_append_only;

create index audit_entry_by_subject on account.audit_entry (subject, day, id);
create index audit_entry_of_lists on account.audit_entry (place_path, day, id)
    where action in ('household.list', 'household.accuracy', 'activity.list', 'activity.review');

-- Published for other modules: who with an account belongs to which household today.
create view account.v_household_person as
select community_id, household_id, account_id
from account.household_member
where account_id is not null
  and until is null;

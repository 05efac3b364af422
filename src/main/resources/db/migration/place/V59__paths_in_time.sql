-- Published for other modules: where each division and community stood in the tree, and when.
create view place.v_division_path as
select code, path, valid_from, valid_to
from place.division;

create view place.v_community_path as
select community.id as community_id, division.code, division.path, division.valid_from, division.valid_to
from place.community community
join place.division division on division.code = community.code;

-- Published for other modules: of what kind a community is. The kind of its estate is not known everywhere.
create view place.v_community_kind as
select id as community_id, urban, estate_type_zh
from place.community;


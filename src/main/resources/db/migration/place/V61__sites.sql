-- Published for other modules: sites with their types.
create view place.v_site as
select community_id, id as site_id, code, type
from place.site;

-- An id stands for one reading in its community, whatever meter it was sent for: a phone may not know which meter hangs there now.
create unique index meter_reading_by_id on sensing.meter_reading (community_id, id);

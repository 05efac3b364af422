-- a photo that was handed in before is found by its file
create index evidence_link_by_file on activity.evidence_link (community_id, sha256);

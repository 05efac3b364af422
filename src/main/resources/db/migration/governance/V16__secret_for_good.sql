-- What was counted stood in the order of the rights it came from: it is written anew in that of the receipts, which is the key.
cluster governance.counted_ballot using counted_ballot_pkey;

-- Readings of paper are kept until the count or the annulment, and choices of secret votes that were annulled no longer.
delete from governance.paper_entry p
using governance.decision d
where d.community_id = p.community_id
and d.id = p.decision_id
and (d.counted_at is not null or d.annulled_at is not null);

update governance.ballot b
set choice = null, receipt_hash = repeat('0', 64)
from governance.decision d
where d.community_id = b.community_id
and d.id = b.decision_id
and d.annulled_at is not null
and d.kind <> 'OWNERS'
and b.choice is not null;

update governance.decision
set salt = decode(repeat('00', 32), 'hex')
where annulled_at is not null;

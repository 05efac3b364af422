-- A report and the call for it name one day: that of the call until it is handed in, then the one by which it was judged.
update report.report r
set due_on = e.due_on
from report.expectation e
where e.what = 'ANNUAL'
and e.year = r.year
and e.place = r.place
and r.submitted_at is null
and r.due_on <> e.due_on;

update report.expectation e
set due_on = r.due_on
from report.report r
where e.what = 'ANNUAL'
and e.year = r.year
and e.place = r.place
and r.submitted_at is not null
and r.due_on <> e.due_on;

update report.expectation e
set due_on = p.due_on
from report.plan p
where e.what = 'PLAN'
and e.year = p.year
and e.place = p.place
and p.withdrawn_at is null
and p.due_on <> e.due_on;

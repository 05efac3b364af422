-- The photos from one point that stand beside a line of before and after; the photos themselves are kept by another module.
create table indicator.comparison_pair (
    comparison_id uuid primary key references indicator.comparison,
    pair_id uuid not null,
    chosen_by uuid not null,
    chosen_at timestamptz not null
);

-- Up to which change of the tree, and on which day, what is kept by paths has followed its places.
alter table place.tree_version
    add column followed_version bigint not null default 0,
    add column followed_on date;

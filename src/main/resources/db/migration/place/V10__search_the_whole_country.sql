-- A name in the form in which it is sought: one width, small letters, nothing between the characters.
create function place.sought(name text) returns text
    language sql immutable strict parallel safe
    return lower(translate(normalize(name, NFKC), ' ''’·-', ''));

-- All pairs of neighbouring characters, so that what stands inside a name can be looked up. plpgsql is six times as fast
-- here as a query.
create function place.bigrams(name text) returns text[]
    language plpgsql immutable strict parallel safe as
$$
declare
    pairs text[] := '{}';
begin
    for i in 1 .. greatest(length(name) - 1, 1) loop
        pairs := pairs || substr(name, i, 2);
    end loop;
    return pairs;
end
$$;

-- Collation "C" makes a beginning a range of the index, in every database. Communities are a thousand times as many as what
-- is above them and have narrow indexes of their own.
create index division_by_code on place.division (kind, (code collate "C")) where kind <> 'COMMUNITY';
create index division_by_name on place.division (kind, (place.sought(name_zh) collate "C"), (code collate "C")) where kind <> 'COMMUNITY';
create index division_by_pinyin on place.division (kind, (pinyin collate "C"), (code collate "C")) where kind <> 'COMMUNITY';
create index division_by_initials on place.division (kind, (initials collate "C"), (code collate "C")) where kind <> 'COMMUNITY';
create index division_by_english on place.division (kind, (place.sought(name_en) collate "C"), (code collate "C")) where kind <> 'COMMUNITY';
create index community_by_code on place.division ((code collate "C")) where kind = 'COMMUNITY';
create index community_by_name on place.division ((place.sought(name_zh) collate "C"), (code collate "C")) where kind = 'COMMUNITY';
create index community_by_pinyin on place.division ((pinyin collate "C"), (code collate "C")) where kind = 'COMMUNITY';
create index community_by_initials on place.division ((initials collate "C"), (code collate "C")) where kind = 'COMMUNITY';
-- English names of published communities are their pinyin
create index community_by_english on place.division ((place.sought(name_en) collate "C"), (code collate "C"))
    where kind = 'COMMUNITY' and origin <> 'PUBLIC';
create index division_inside on place.division using gin (place.bigrams(place.sought(name_zh)));

create index alias_by_name on place.community_alias ((place.sought(alias) collate "C"));
create index alias_by_pinyin on place.community_alias ((pinyin collate "C"));
create index alias_by_initials on place.community_alias ((initials collate "C"));
create index alias_inside on place.community_alias using gin (place.bigrams(place.sought(alias)));

create index quarter_by_code on place.premises ((place.sought(code) collate "C")) where kind = 'QUARTER';
create index quarter_by_name on place.premises ((place.sought(name_zh) collate "C"), (code collate "C")) where kind = 'QUARTER';
create index quarter_by_pinyin on place.premises ((pinyin collate "C"), (code collate "C")) where kind = 'QUARTER';
create index quarter_by_initials on place.premises ((initials collate "C"), (code collate "C")) where kind = 'QUARTER';
create index quarter_by_english on place.premises ((place.sought(name_en) collate "C"), (code collate "C")) where kind = 'QUARTER';
create index quarter_inside on place.premises using gin (place.bigrams(place.sought(name_zh))) where kind = 'QUARTER';

create index site_by_code on place.site ((place.sought(code) collate "C"));
create index site_by_name on place.site ((place.sought(name_zh) collate "C"), (code collate "C"));
create index site_by_pinyin on place.site ((pinyin collate "C"), (code collate "C"));
create index site_by_initials on place.site ((initials collate "C"), (code collate "C"));
create index site_by_english on place.site ((place.sought(name_en) collate "C"), (code collate "C"));
create index site_inside on place.site using gin (place.bigrams(place.sought(name_zh)));

-- Counts the changes of the tree, so that every running program notices that what it remembers is old.
create table place.tree_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);

insert into place.tree_version (version)
values (0);

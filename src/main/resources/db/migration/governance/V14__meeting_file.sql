-- Photos and papers of meetings. What is removed stays readable by its row.
create table governance.meeting_file (
    community_id integer not null,
    id uuid not null,
    meeting_id uuid not null,
    title text not null check (length(title) between 1 and 100),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    bytes bigint not null check (bytes > 0),
    shown boolean not null,
    added_by uuid not null,
    added_at timestamptz not null,
    removed_by uuid,
    removed_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, meeting_id) references governance.meeting
);

create index meeting_file_by_meeting on governance.meeting_file (community_id, meeting_id, id);
create index meeting_file_by_id on governance.meeting_file (id);
create index meeting_file_by_hash on governance.meeting_file (sha256);

comment on column governance.meeting_file.shown is 'whether everybody may open it; otherwise only who may see the desk';

package org.zhuxi.project.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.project.Project;
import org.zhuxi.project.Talk;
import org.zhuxi.project.TalkForm;
import org.zhuxi.project.TalkPart;

/** Keeps how projects were talked over. */
@Repository
public class TalkStore {

    private final JdbcClient jdbc;

    TalkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Project project, Talk talk, UUID by, Instant at) {
        jdbc.sql("""
                        insert into project.talk
                            (community_id, id, project_id, held_on, form, online, venue, resolution, votes_for,
                             votes_against, votes_abstain, link, recorded_by, recorded_at)
                        values (:community, :id, :project, :on, :form, :online, :venue, :resolution, :for, :against,
                            :abstain, :link, :by, :at)
                        """)
                .param("community", project.community())
                .param("id", talk.id())
                .param("project", project.id())
                .param("on", talk.heldOn())
                .param("form", talk.form().name())
                .param("online", talk.online())
                .param("venue", talk.venue())
                .param("resolution", talk.resolution())
                .param("for", talk.votesFor())
                .param("against", talk.votesAgainst())
                .param("abstain", talk.votesAbstain())
                .param("link", talk.link())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        var parts = List.copyOf(talk.persons().keySet());
        jdbc.sql("""
                        insert into project.talk_part (community_id, talk_id, part, persons)
                        select :community, :talk, part, persons
                        from unnest(cast(:parts as text[]), cast(:persons as integer[])) as it (part, persons)
                        """)
                .param("community", project.community())
                .param("talk", talk.id())
                .param("parts", parts.stream().map(TalkPart::name).toArray(String[]::new))
                .param(
                        "persons",
                        parts.stream().map(part -> talk.persons().get(part)).toArray(Integer[]::new))
                .update();
    }

    public List<Talk> list(Project project) {
        var parts = new HashMap<UUID, Map<TalkPart, Integer>>();
        jdbc.sql("""
                        select talk_id, part, persons
                        from project.talk_part
                        join project.talk on talk.community_id = talk_part.community_id and talk.id = talk_part.talk_id
                        where talk.community_id = :community
                        and talk.project_id = :project
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query(Part.class)
                .list()
                .forEach(row -> parts.computeIfAbsent(row.talkId(), any -> new EnumMap<>(TalkPart.class))
                        .put(row.part(), row.persons()));
        return jdbc.sql("""
                        select id, held_on, form, online, venue, resolution, votes_for, votes_against, votes_abstain, link
                        from project.talk
                        where community_id = :community
                        and project_id = :project
                        order by held_on, id
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> {
                    var id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new Talk(
                            id,
                            Objects.requireNonNull(row.getObject("held_on", LocalDate.class)),
                            TalkForm.valueOf(row.getString("form")),
                            row.getBoolean("online"),
                            row.getString("venue"),
                            parts.getOrDefault(id, Map.of()),
                            row.getString("resolution"),
                            row.getObject("votes_for", Integer.class),
                            row.getObject("votes_against", Integer.class),
                            row.getObject("votes_abstain", Integer.class),
                            row.getString("link"));
                })
                .list();
    }

    record Part(UUID talkId, TalkPart part, int persons) {}
}

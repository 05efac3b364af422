package org.zhuxi.project;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.TalkStore;
import org.zhuxi.project.internal.Texts;

/** Records how a project was talked over: when, where, by whom in numbers, and what was agreed. Nobody is named. */
@Service
public class ProjectTalks {

    private final TalkStore store;
    private final Gate gate;

    ProjectTalks(TalkStore store, Gate gate) {
        this.store = store;
        this.gate = gate;
    }

    /** @throws ProjectRefused when a field is wrong or the project has ended */
    @Transactional
    public Talk record(Actor actor, UUID project, NewTalk typed) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (found.stage().next().isEmpty() && found.stage() != ProjectStage.EVALUATED) {
            throw new ProjectRefused.WrongStage(found.stage());
        }
        var talk = new Talk(
                Ids.next(),
                gate.past("heldOn", Texts.required("heldOn", typed.heldOn())),
                Texts.required("form", typed.form()),
                Boolean.TRUE.equals(typed.online()),
                Texts.optional("venue", typed.venue(), NewProject.SHORT),
                persons(typed.persons()),
                Texts.required("resolution", typed.resolution(), NewProject.WORDS),
                votes("votesFor", typed.votesFor()),
                votes("votesAgainst", typed.votesAgainst()),
                votes("votesAbstain", typed.votesAbstain()),
                link(typed.link()));
        if (talk.persons().isEmpty()) {
            throw new ProjectRefused.Missing("persons");
        }
        store.insert(found, talk, actor.account(), gate.now());
        gate.audit(actor, "talk", found, talk.form() + " " + talk.heldOn());
        return talk;
    }

    private static Map<TalkPart, Integer> persons(@Nullable Map<TalkPart, Integer> typed) {
        var persons = new EnumMap<TalkPart, Integer>(TalkPart.class);
        Objects.requireNonNullElse(typed, Map.<TalkPart, Integer>of()).forEach((part, number) -> {
            var counted = Texts.count("persons", number);
            if (counted > 0) {
                persons.put(part, counted);
            }
        });
        return persons;
    }

    private static @Nullable Integer votes(String field, @Nullable Integer typed) {
        return typed == null ? null : (Integer) Texts.count(field, typed);
    }

    /** A page of this site, or one that is fetched safely. */
    private static String link(@Nullable String typed) {
        var link = Texts.optional("link", typed, NewProject.SHORT);
        if (!link.matches("|/(?!/)\\S*|https://\\S+")) {
            throw new ProjectRefused.Unreadable("link");
        }
        return link;
    }
}

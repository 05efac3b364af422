package org.zhuxi.governance.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.Observer;
import org.zhuxi.governance.Observers;
import org.zhuxi.kernel.Actor;

/** Observers of votes for programs; those of published votes are open to everybody. */
@RestController
@RequestMapping("/api/v1/decisions/{id}/observers")
class ObserversApi {

    private final Observers observers;
    private final Decisions decisions;

    ObserversApi(Observers observers, Decisions decisions) {
        this.observers = observers;
        this.decisions = decisions;
    }

    record NewObserver(@Nullable String name) {}

    record Statement(@Nullable String statement) {}

    @GetMapping
    List<Observer> list(@PathVariable UUID id) {
        return observers.list(decisions.published(id));
    }

    @PutMapping("/{observer}")
    List<Observer> add(Actor actor, @PathVariable UUID id, @PathVariable UUID observer, @RequestBody NewObserver body) {
        observers.add(actor, id, observer, body.name());
        return observers.list(decisions.get(id));
    }

    @PostMapping("/{observer}/statement")
    List<Observer> state(Actor actor, @PathVariable UUID id, @PathVariable UUID observer, @RequestBody Statement body) {
        observers.state(actor, id, observer, body.statement());
        return observers.list(decisions.get(id));
    }
}

package org.zhuxi.portal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.WaitingList;

/** The workbench: what waits for this person today. */
@Controller
public class WorkPages {

    private final List<WaitingList> waitingLists;
    private final Places places;

    WorkPages(List<WaitingList> waitingLists, Places places) {
        this.waitingLists = waitingLists;
        this.places = places;
    }

    @GetMapping("/work")
    String today(Actor actor, Model model) {
        actor.account();
        model.addAttribute(
                "queues",
                waitingLists.stream()
                        .filter(list -> list.concerns(actor))
                        .map(list -> new Queue(list.path(), list.label(), list.icon(), list.count(actor)))
                        .filter(queue -> queue.count() > 0)
                        .sorted(Comparator.comparing(Queue::path))
                        .toList());
        model.addAttribute(
                "places",
                actor.grants().stream()
                        .map(Grant::place)
                        .distinct()
                        .flatMap(path -> places.findByPath(path).stream())
                        .map(Place::name)
                        .toList());
        model.addAttribute(
                "roles",
                actor.grants().stream()
                        .map(grant -> grant.role().names())
                        .distinct()
                        .toList());
        return "portal/work";
    }

    /** What waits for the person at the desk: where it is done, its words, its icon, and how many there are. */
    public record Queue(String path, String label, String icon, long count) {}
}

package org.zhuxi.activity.internal;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.activity.Activities;

/** The last step of every trail: one record, as everybody may see it. */
@Controller
class RecordPages {

    private final Activities activities;

    RecordPages(Activities activities) {
        this.activities = activities;
    }

    @GetMapping("/activities/{id}")
    String show(Model model, @PathVariable UUID id) {
        model.addAttribute("found", activities.publicRecord(id));
        return "activity/public";
    }
}

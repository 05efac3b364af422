package org.zhuxi.activity.internal;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.activity.Activities;
import org.zhuxi.kernel.Actor;
import org.zhuxi.transparency.ReceiptResponse;

/** The last step of every trail: one record, as everybody may see it, and its receipt for those who may see all of it. */
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

    @GetMapping("/activities/{id}/receipt")
    String receipt(Actor actor, Model model, @PathVariable UUID id) {
        model.addAttribute("receipt", activities.receipt(actor, id));
        model.addAttribute("download", "/activities/" + id + "/receipt.tlog-proof");
        model.addAttribute("record", "/activities/" + id);
        return "transparency/receipt";
    }

    @GetMapping("/activities/{id}/receipt.tlog-proof")
    ResponseEntity<Object> download(Actor actor, @PathVariable UUID id) {
        return ReceiptResponse.of(activities.receipt(actor, id));
    }
}

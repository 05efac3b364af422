package org.zhuxi.waste;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Submission;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.DropNote;

/** Puts a drop into the form of a record: mass, bags, grade and a note with the marks a later reader must know. */
@Component
class DropSubmissions {

    private final Places places;
    private final SortingGuide guide;

    DropSubmissions(Places places, SortingGuide guide) {
        this.places = places;
        this.guide = guide;
    }

    Submission of(NewDrop drop, Opening.State opening) {
        return of(drop, opening, false, List.of());
    }

    /**
     * @param clockChanged whether the clock of the phone was changed, so that the time is an estimate
     * @param evidence SHA-256 (hex) of photos uploaded before
     */
    Submission of(NewDrop drop, Opening.State opening, boolean clockChanged, List<String> evidence) {
        var chapter = guide.chapter(drop.wasteClass());
        var quantities = new HashMap<String, Measured>();
        quantities.put("mass", new Measured(drop.amount().massKg(chapter.bagKg()), "kg"));
        if (drop.amount() instanceof Amount.Bags(var count)) {
            quantities.put("bags", new Measured(BigDecimal.valueOf(count), "1"));
        }
        var note = (clockChanged ? DropNote.CLOCK_CHANGED : "")
                + DropNote.of(drop.note(), drop.amount(), chapter, opening);
        return new Submission(
                drop.id(),
                drop.wasteClass().kind(),
                places.getCommunity(drop.station().community()).code(),
                drop.household().id(),
                drop.station().site(),
                drop.at(),
                quantities,
                drop.grade().name(),
                note.isEmpty() ? null : note,
                evidence,
                drop.corrects());
    }
}

package org.zhuxi.sensing.internal.meter;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.sensing.meter.Meters;

/** Meters of the person's households and what was read from them. */
@Component
class SensingPersonalData implements PersonalData {

    private static final int ALL = 100_000;

    private final Meters meters;

    SensingPersonalData(Meters meters) {
        this.meters = meters;
    }

    @Override
    public String module() {
        return "sensing";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var own = meters.ofHouseholds(subject.actor(), subject.actor().households());
        archive.table("meters", List.of("id", "kind", "name", "place", "since", "closed_on"), sink -> {
            for (var it : own) {
                sink.row(it.id(), it.kind().name(), it.name(), it.place(), it.since(), it.closedOn());
            }
        });
        archive.table("meter-readings", List.of("meter", "day", "value", "unit"), sink -> {
            for (var meter : own) {
                for (var it : meters.readings(subject.actor(), meter.id(), ALL)) {
                    sink.row(meter.id(), it.day(), it.value(), meter.kind().unit());
                }
            }
        });
    }

    @Override
    public List<String> keeps() {
        return List.of("sensing.erasure.keeps.meters");
    }
}

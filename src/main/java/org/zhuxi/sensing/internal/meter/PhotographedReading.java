package org.zhuxi.sensing.internal.meter;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.meter.MeterPhotos;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;

/** Takes what a form sends: a reading, with a photo or without. */
@Component
class PhotographedReading {

    private final Meters meters;
    private final MeterPhotos photos;

    PhotographedReading(Meters meters, MeterPhotos photos) {
        this.meters = meters;
        this.photos = photos;
    }

    void take(Actor actor, MeterReading reading, @Nullable MultipartFile photo) throws IOException {
        if (photo == null || photo.isEmpty()) {
            meters.read(actor, reading.meter(), List.of(reading));
            return;
        }
        try (var content = photo.getInputStream()) {
            photos.read(actor, reading, content);
        }
    }
}

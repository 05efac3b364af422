package org.zhuxi.notice.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.waste.Stations;

/** A station's hours as a sound, to be played or sent on; the hours themselves are open to all. */
@Controller
class SpeechPages {

    private static final MediaType WAV = new MediaType("audio", "wav");
    private static final Duration SOON_OTHERWISE = Duration.ofMinutes(5);

    private final Stations stations;
    private final SpokenReminder spoken;
    private final Voice voice;

    SpeechPages(Stations stations, SpokenReminder spoken, Voice voice) {
        this.stations = stations;
        this.spoken = spoken;
        this.voice = voice;
    }

    /** @throws NoticeRefused.NoVoice when the program that speaks is missing or busy */
    @GetMapping("/me/reminder/{station}/{language:zh|en}.wav")
    ResponseEntity<Resource> say(Actor actor, @PathVariable UUID station, @PathVariable String language) {
        actor.account();
        var view = stations.find(station).orElseThrow(() -> new Refused.NotFound(station));
        var locale = Locale.of(language);
        Path said = voice.say(spoken.of(view, locale), locale).orElseThrow(NoticeRefused.NoVoice::new);
        return ResponseEntity.ok()
                .contentType(WAV)
                .cacheControl(CacheControl.maxAge(SOON_OTHERWISE).cachePrivate())
                .header("Content-Disposition", "inline; filename=\"zhuxi-reminder.wav\"")
                .body(new FileSystemResource(said));
    }
}

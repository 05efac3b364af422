package org.zhuxi.account;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.platform.privacy.ZipArchive;
import org.zhuxi.platform.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Hands out everything the program keeps about a person, in one ZIP that people and programs can read. */
@Service
public class PersonalExport {

    /** What a token must carry to fetch its owner's data. */
    public static final String SCOPE = "personal:read";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ObjectProvider<PersonalData> parts;
    private final Messages messages;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonalExport(
            ObjectProvider<PersonalData> parts,
            Messages messages,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parts = parts;
        this.messages = messages;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Notes that somebody takes a copy of his data, before the first byte is sent; answers who it is. */
    @Transactional
    public DataSubject begin(Actor actor) {
        var scopes = actor.scopes();
        if (scopes != null && !scopes.contains(SCOPE)) {
            throw new Refused.Forbidden(SCOPE);
        }
        var account = actor.account();
        events.publishEvent(new Audited(actor, "privacy.export", account.toString(), PlacePath.NATION, ""));
        // the person himself, whatever the token in use may do
        return new DataSubject(new Actor(account, actor.name(), actor.grants(), actor.households(), null));
    }

    /** Writes the archive module by module; the read-me comes last, for it lists what there is. */
    public void write(DataSubject subject, Locale locale, OutputStream out) throws IOException {
        try (var archive = new ZipArchive(out, json)) {
            for (var part : inOrder()) {
                part.export(subject, archive.folder(part.module()));
            }
            archive.text("README.txt", readMe(archive.listed(), locale));
        }
    }

    private List<PersonalData> inOrder() {
        return parts.stream().sorted(Comparator.comparing(PersonalData::module)).toList();
    }

    private String readMe(List<ZipArchive.Listed> tables, Locale locale) {
        var now = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(clock.instant().atZone(CHINA));
        var list = tables.stream()
                .map(table -> "%s.csv / .json (%d)%n    %s%n"
                        .formatted(table.file(), table.rows(), messages.get(locale, table.message())))
                .collect(Collectors.joining());
        return messages.get(locale, "account.export.readme", now) + "\r\n\r\n" + list;
    }
}

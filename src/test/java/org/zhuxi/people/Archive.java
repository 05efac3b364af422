package org.zhuxi.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.zhuxi.account.PersonalExport;
import org.zhuxi.kernel.Actor;

/** What somebody takes along, unpacked: each file's text by its name. */
final class Archive {

    private Archive() {}

    static Map<String, String> of(PersonalExport export, Actor person, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(export.begin(person), locale, out);
        var entries = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}

package org.zhuxi.testing;

import com.microsoft.playwright.Page;
import java.util.concurrent.TimeUnit;

/** The entries that the field app and its sister pages keep on a phone. */
public final class KeptEntries {

    private static final String AGE = """
            (ms) => new Promise((resolve) => {
              const request = indexedDB.open('zhuxi-field');
              request.onsuccess = () => {
                const transaction = request.result.transaction('entries', 'readwrite');
                transaction.oncomplete = () => { request.result.close(); resolve(); };
                transaction.objectStore('entries').openCursor().onsuccess = ({ target: { result: cursor } }) => {
                  if (!cursor) return;
                  cursor.update({ ...cursor.value, concludedMs: cursor.value.concludedMs - ms });
                  cursor.continue();
                };
              };
            })
            """;

    private KeptEntries() {}

    /** As if what was acknowledged had been so many days earlier. */
    public static void age(Page page, int days) {
        page.evaluate(AGE, (double) TimeUnit.DAYS.toMillis(days));
    }
}

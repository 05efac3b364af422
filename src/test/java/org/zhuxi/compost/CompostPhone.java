package org.zhuxi.compost;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhuxi.testing.Chrome;

/** A composter's phone with the log open: entries are tapped in without a network, as people do, and sent once it is back. */
public final class CompostPhone implements AutoCloseable {

    private static final double LONGEST_SENDING_MILLIS = 300_000;

    /** The phone met the server last at this moment, and both said the same time. */
    private static final String MET = """
            (ms) => new Promise((resolve, reject) => {
              const request = indexedDB.open('zhuxi-field');
              request.onerror = () => reject(request.error);
              request.onsuccess = () => {
                const work = request.result.transaction('facts', 'readwrite');
                work.objectStore('facts').put({ offsetMs: 0, latestMs: ms }, 'clock');
                work.oncomplete = () => { request.result.close(); resolve(); };
              };
            })
            """;

    private final BrowserContext context;
    private final Page page;
    private int waiting;

    /** @param address such as http://localhost:8080 */
    public CompostPhone(Chrome chrome, String address, String username) {
        context = chrome.phone();
        page = context.newPage();
        Chrome.signIn(page, address + "/sign-in", username);
        page.navigate(address + "/field/compost/log");
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    }

    /** Is without a network from this moment of the past on; the page is opened anew from what the phone keeps. */
    public void loseNetwork(Instant at) {
        context.setOffline(true);
        page.evaluate(MET, (double) at.toEpochMilli());
        page.clock().setFixedTime(at.toEpochMilli());
        page.reload();
        assertThat(page.locator("#app")).hasAttribute("data-ready", "yes");
    }

    /** Chooses the bin, what was done, and keeps it; the phone's clock stands at the moment of the entry. */
    public void tap(NewEntry entry) {
        page.clock().setFixedTime(entry.occurredAt().toEpochMilli());
        page.locator("[data-unit='" + entry.unit() + "']").click();
        page.locator("[data-do=" + entry.kind() + "]").click();
        if (entry.material() != null) {
            page.locator("#material").selectOption(entry.material());
        }
        fill("massKg", entry.massKg());
        fill("coreCelsius", entry.coreCelsius());
        fill("edgeCelsius", entry.edgeCelsius());
        // a turning has nothing more to say and is kept by its own button
        if (entry.kind() != EntryKind.TURN) {
            page.locator("#keep").click();
        }
        waiting++;
        assertThat(page.locator("#app")).hasAttribute("data-waiting", Integer.toString(waiting));
    }

    private void fill(String field, @Nullable BigDecimal value) {
        if (value != null) {
            page.locator("#" + field).fill(value.toPlainString());
        }
    }

    /** How many entries the page lists; it says how many more there are. */
    public int listed() {
        return page.locator("#entries li").count();
    }

    /** How many more entries there are, in words; empty when all are listed. */
    public String more() {
        return page.locator("#more").isVisible() ? page.locator("#more").textContent() : "";
    }

    /** Has a network again and waits until everything is sent and nothing was refused. */
    public void findNetwork(Instant at) {
        page.clock().setFixedTime(at.toEpochMilli());
        context.setOffline(false);
        page.locator("#send").click();
        assertThat(page.locator("#app"))
                .hasAttribute(
                        "data-waiting",
                        "0",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(LONGEST_SENDING_MILLIS));
        assertThat(page.locator("#entries li[data-state=refused], #entries li[data-state=conflict]"))
                .hasCount(0);
        waiting = 0;
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.zhuxi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has no pointer: everything is reached by the tab key, and where he is must be seen. */
public final class Keyboard {

    private static final int MOST_TABS = 120;

    private static final String IS_FOCUSED = "element => element === document.activeElement";

    /** Empty when there is an outline or a shadow, and the middle is not below something else (WCAG 2.2, 2.4.7 and 2.4.11). */
    private static final String HIDDEN_BY = """
            element => {
                const style = getComputedStyle(element);
                const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                const box = element.getClientRects()[0];
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                const free = top !== null && (element.contains(top) || top.contains(element)
                    || [...(element.labels ?? [])].some(label => label.contains(top)));
                return marked && free ? '' : `outline ${style.outlineStyle} ${style.outlineWidth}, shadow ${style.boxShadow}, above it ${top?.outerHTML.slice(0, 120)}`;
            }
            """;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on by tab until the element has the focus. */
    public Keyboard to(Locator element) {
        element.waitFor();
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            if (Boolean.TRUE.equals(element.evaluate(IS_FOCUSED))) {
                assertThat(element.evaluate(HIDDEN_BY))
                        .as("what hides the focus on %s at %s", element, page.url())
                        .isEqualTo("");
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("%s is not reached by %d tabs at %s".formatted(element, MOST_TABS, page.url()));
    }

    public Keyboard to(String selector) {
        return to(page.locator(selector).first());
    }

    /** Presses a key and waits for the page that may follow. */
    public Keyboard press(String key) {
        page.keyboard().press(key);
        page.waitForLoadState();
        return this;
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Follows a link or presses a button, and waits for the address it leads to. */
    public Keyboard enter(String selector, String address) {
        to(selector);
        page.keyboard().press("Enter");
        page.waitForURL(now -> now.contains(address));
        return this;
    }
}

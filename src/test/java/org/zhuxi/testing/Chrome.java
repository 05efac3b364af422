package org.zhuxi.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, driven by Playwright; never downloaded. */
public final class Chrome implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Starts it; without one the test is left out on a private machine and fails where CI=true. */
    public static Chrome start() {
        // on a busy machine a page may take its time; a passing test never waits for it
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chrome(executable());
    }

    static Path executable() {
        var executable = find();
        if (executable.isEmpty()) {
            var missing = "Chromium is missing: sudo apt-get install chromium fonts-noto-cjk";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            Assumptions.abort(missing);
        }
        return executable.orElseThrow();
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("ZHUXI_BROWSER")).stream().filter(name -> !name.isBlank());
        var usual = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        return Stream.concat(named, usual)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A phone of 360 × 740. */
    public BrowserContext phone() {
        return context(360, 740, "zh-CN");
    }

    /** A phone that is touched, not clicked. */
    public BrowserContext touch() {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("zh-CN")
                .setHasTouch(true)
                .setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Shanghai"));
    }

    /** A desktop screen of 1440 × 900. */
    public BrowserContext desktop() {
        return context(1440, 900, "zh-CN");
    }

    /** A phone whose browser runs no scripts. */
    public BrowserContext withoutScript() {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(false));
    }

    public BrowserContext context(int width, int height, String locale) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Shanghai"));
    }

    /** Signs a person of a {@link World} in and waits until he is in. */
    public static void signIn(Page page, String address, String username) {
        page.navigate(address);
        page.locator("#username").fill(username);
        page.locator("#password").fill(World.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").first().click();
        page.waitForURL(now -> !now.contains("/sign-in"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

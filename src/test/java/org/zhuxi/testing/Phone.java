package org.zhuxi.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Map;

/** A phone that keeps what its browser stored, whatever becomes of the browser; 360 × 740. */
public final class Phone implements AutoCloseable {

    private final Path profile;
    private final Playwright playwright;
    private final BrowserContext context;

    /** @param profile folder with what the browser keeps; the same folder is the same phone */
    public Phone(Path profile) {
        this.profile = profile;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chrome.executable())
                                .setArgs(Chrome.QUIET)
                                .setViewportSize(360, 740)
                                .setLocale("zh-CN")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setTimezoneId("Asia/Shanghai"));
    }

    public BrowserContext context() {
        return context;
    }

    public Page page() {
        return context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
    }

    /** Ends the browser's processes at once, as a phone does that needs the memory: nothing is told to close. */
    public void kill() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .filter(process -> !process.equals(ProcessHandle.current()))
                .forEach(ProcessHandle::destroyForcibly);
        try {
            playwright.close();
        } catch (com.microsoft.playwright.PlaywrightException e) {
            // it was killed
        }
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}

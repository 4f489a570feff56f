package org.photobridge.portal.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one headless browser of a test run; started at first use, ended with the JVM. */
public final class PortalBrowser {
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Map<Look, BrowserContext> CONTEXTS = new HashMap<>();

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--force-prefers-reduced-motion");
    private static Browser browser;

    private PortalBrowser() {}

    /**
     * The context for a look, without cookies, pages and routes of an earlier test. What it has cached of the portal's
     * scripts and styles stays: loading and compiling them anew took longer than many a test.
     */
    static synchronized BrowserContext fresh(Look look) {
        BrowserContext context = CONTEXTS.computeIfAbsent(look, PortalBrowser::open);
        context.pages().forEach(Page::close);
        context.unrouteAll();
        context.clearCookies();
        return context;
    }

    private static BrowserContext open(Look look) {
        BrowserContext context = get().newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale(look.language()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static Browser get() {
        if (browser == null) {
            Playwright playwright = playwright();
            browser = launch(playwright);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    /** For a test on a thread of its own, which must have a connection to a browser of its own; it closes both. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.require())
                        .setHeadless(true)
                        .setArgs(QUIET));
    }
}

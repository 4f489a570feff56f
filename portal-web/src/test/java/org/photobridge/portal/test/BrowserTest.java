package org.photobridge.portal.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of pages in a real browser, against the deployed portal.
 * <p>After each test nothing may have been said on the browser's console, no script may have failed and no request:
 * a test that provokes such a thing says so with {@link #expectTrouble}.
 */
@ArquillianTest
@RunAsClient
public abstract class BrowserTest {
    /** Not a failure: the browser went to another page, or was closed, before this had arrived. */
    private static final String ABANDONED = "net::ERR_ABORTED";

    @ArquillianResource
    private URL deployed;

    /** The first admin's, once a test has signed in. */
    private static List<Cookie> session = List.of();

    private final List<String> trouble = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void openBrowser() {
        context = contextFor(Look.PLAIN);
        page = watched(context.newPage());
    }

    @AfterEach
    void closeBrowser() {
        context.pages().forEach(Page::close);
        assertThat(trouble).as("console errors, script errors, failed requests").isEmpty();
    }

    /** The page that this test works with; not signed in yet. */
    protected Page page() {
        return page;
    }

    /** The address of a path inside the portal. */
    protected String at(String path) {
        try {
            URI base = deployed.toURI();
            return new URI("http", null, "127.0.0.1", base.getPort(), null, null, null) + path;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    protected void open(String path) {
        page.navigate(at(path));
    }

    /**
     * Opens a path as the first admin, who is signed in by the session of an earlier test if that still stands: signing
     * in has its own tests.
     */
    protected void signInAt(String path) {
        context.addCookies(session);
        open(path);
        if (!page.url().equals(at(path))) {
            fillSignIn(path);
            session = sessionOf(context);
        }
    }

    /** Signs the first admin in by the form and waits for the path that was asked for. */
    protected void signInByFormAt(String path) {
        open(path);
        fillSignIn(path);
    }

    private void fillSignIn(String path) {
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password").fill(PortalSession.ADMIN_PASSWORD);
        page.locator("[id='signin:submit']").click();
        page.waitForURL(at(path));
    }

    /** What the audit says of an action, as JSON; asked for by the admin who is signed in. */
    protected String audited(String action) {
        return context.request()
                .get(at("/audit-export?format=json&action=" + action))
                .text();
    }

    /** Trouble whose text contains this is what the test wants to see. */
    protected void expectTrouble(String text) {
        assertThat(trouble).as("trouble so far").anyMatch(found -> found.contains(text));
        trouble.removeIf(found -> found.contains(text));
    }

    /** Opens a page for who is signed in, in every look, keeps a picture of each, and asks axe about each. */
    protected void assertLooksGood(String name, String path) {
        BrowserContext other = contextFor(Look.DARK_INDONESIAN);
        other.addCookies(sessionOf(context));
        Page plain = beginToShow(context, path);
        Page dark = beginToShow(other, path);
        shoot(plain, name, Look.PLAIN);
        plain.setViewportSize(Look.NARROW.width(), Look.NARROW.height());
        shoot(plain, name, Look.NARROW);
        plain.close();
        shoot(dark, name, Look.DARK_INDONESIAN);
        dark.close();
    }

    /** Comes back at once: while one look is judged, the other loads. */
    private Page beginToShow(BrowserContext context, String path) {
        Page shown = watched(context.newPage());
        shown.navigate(at(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return shown;
    }

    private static void shoot(Page shown, String name, Look look) {
        shown.waitForLoadState(LoadState.NETWORKIDLE);
        shown.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + "-" + look.name() + ".png"))
                .setFullPage(true));
        Accessibility.assertNoSeriousViolation(shown, name + " " + look.name());
    }

    /** Asks axe about the page as it stands, and keeps a picture of it. */
    protected void assertAccessible(String where) {
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator(".ui-state-loading"))
                .hasCount(0);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", where.replace(' ', '-') + ".png"))
                .setFullPage(true));
        Accessibility.assertNoSeriousViolation(page, where);
    }

    /** Nothing on the page is wider than the window: nobody has to scroll sideways. */
    protected void assertNothingSticksOut(String path) {
        Page shown = watched(context.newPage());
        shown.setViewportSize(Look.NARROW.width(), Look.NARROW.height());
        shown.navigate(at(path));
        shown.waitForLoadState(LoadState.NETWORKIDLE);
        Object wide = shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        shown.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "sticks-out" + path.replaceAll("[^a-z]+", "-") + ".png"))
                .setFullPage(true));
        shown.close();
        assertThat(((Number) wide).intValue())
                .as("pixels wider than the window: " + path)
                .isLessThanOrEqualTo(0);
    }

    private BrowserContext contextFor(Look look) {
        BrowserContext fresh = PortalBrowser.fresh(look);
        fresh.addCookies(List.of(
                new Cookie("photobridge-theme", look.theme()).setUrl(at("/")),
                new Cookie("photobridge-language", look.language()).setUrl(at("/"))));
        return fresh;
    }

    private static List<Cookie> sessionOf(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .toList();
    }

    private Page watched(Page shown) {
        shown.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                trouble.add("console: " + message.text());
            }
        });
        shown.onPageError(error -> trouble.add("script: " + error));
        shown.onRequestFailed(request -> {
            if (!ABANDONED.equals(request.failure())) {
                trouble.add("request: " + request.url() + " " + request.failure());
            }
        });
        return shown;
    }
}

package org.photobridge.portal.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.photobridge.portal.test.PortalBrowser;

/** Types secrets into pages, as an admin does, and keeps what the pages say and hand out after that. */
final class CanaryPages implements AutoCloseable {
    static final String NEW_PASSWORD = "canary-chosen-password-7d21";
    static final String MAIL_PASSWORD = "canary-mail-password-93c5";
    static final String WEBHOOK_SECRET = "canary-webhook-signing-key-40be";
    static final String WEBHOOK_PATH = "canary-webhook-path-6a17";

    private final String portal;
    private final Playwright playwright = PortalBrowser.playwright();
    private final Page page;
    private final Map<String, byte[]> seen = new LinkedHashMap<>();

    CanaryPages(int port) {
        portal = "http://127.0.0.1:" + port;
        BrowserContext context =
                PortalBrowser.launch(playwright).newContext(new Browser.NewContextOptions().setLocale("en"));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
    }

    Map<String, byte[]> seen() {
        return seen;
    }

    /** Signs in with the first password and chooses another, which the portal demands. */
    void signIn(String firstPassword) {
        page.navigate(portal + "/index.xhtml");
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password").fill(firstPassword);
        page.locator("[id='signin:submit']").click();
        page.locator("[id='form:present']").fill(firstPassword);
        page.locator("[id='form:chosen']").fill(NEW_PASSWORD);
        page.locator("[id='form:again']").fill(NEW_PASSWORD);
        page.locator("[id='form:save']").click();
        page.waitForURL("**/index.xhtml");
    }

    /** The one page that shows a token, once, isn't kept. */
    String makeToken() {
        page.navigate(portal + "/tokens.xhtml");
        page.locator("[id='form:name']").fill("Made on the page");
        page.locator("[id='form:create']").click();
        return page.locator(".pb-once-secret").textContent();
    }

    void makeChannels() {
        page.navigate(portal + "/notification.xhtml?kind=MAIL");
        fill("name", "Mail");
        fill("recipients", "team@contoso.com");
        fill("sender", "photobridge@contoso.com");
        fill("host", "127.0.0.1");
        fill("port", "1");
        fill("userName", "photobridge");
        fill("secret", MAIL_PASSWORD);
        save();
        page.navigate(portal + "/notification.xhtml?kind=WEBHOOK");
        fill("name", "Webhook");
        fill("address", "https://127.0.0.1:1/hooks/" + WEBHOOK_PATH);
        fill("secret", WEBHOOK_SECRET);
        save();
        for (String name : new String[] {"Mail", "Webhook"}) {
            page.locator("#matrix thead th", new Page.LocatorOptions().setHasText(name))
                    .locator("button")
                    .click();
            assertThat(page.locator("[id='notifications:result']")).containsText(name);
            keep("trial of " + name);
        }
    }

    private void fill(String field, String text) {
        page.locator("[id='form:" + field + "']").fill(text);
    }

    private void save() {
        page.locator("[id='form:save']").click();
        page.waitForURL("**/notifications.xhtml");
    }

    /** What pages hand out as files by a button of theirs. */
    Path download(Path folder) {
        page.navigate(portal + "/support.xhtml");
        Path zip = folder.resolve("support-page.zip");
        page.waitForDownload(() -> page.locator("button[id$='download']").click())
                .saveAs(zip);
        return zip;
    }

    void downloadRun(long run) throws IOException {
        page.navigate(portal + "/run.xhtml?id=" + run);
        for (String format : new String[] {"CSV", "JSON"}) {
            Path file = page.waitForDownload(() ->
                            page.getByLabel("Download this list as " + format).click())
                    .path();
            seen.put("run " + run + " as " + format, Files.readAllBytes(file));
        }
    }

    private void keep(String what) {
        seen.put(what, page.content().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

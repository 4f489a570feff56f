package org.photobridge.portal.connection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.test.BrowserTest;
import org.photobridge.portal.test.SimulatedTenant;

class ConnectionPagesIT extends BrowserTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Test
    void connections_and_app_registrations_are_listed() {
        signInAt("/connections.xhtml");

        assertThat(page().locator("#connections")).containsText("Exchange");
        assertThat(page().locator("#connections")).containsText("SharePoint");
        assertThat(page().locator("#registrations")).containsText("Simulated tenant");
        assertThat(page().locator("#registrations")).containsText("Good until");
        assertLooksGood("connections", "/connections.xhtml");
    }

    @Test
    void a_test_shows_each_layer_and_is_kept() {
        openConnection("SharePoint");
        page().locator("[id='test:start']").click();

        assertThat(page().locator(".pb-checklist")).containsText("passed", PATIENTLY);
        assertThat(page().locator(".pb-checklist li[data-status='FAIL']")).hasCount(0);
        page().reload();
        assertThat(page().locator("[id='test:panel']")).containsText("Tested on");
    }

    @Test
    void what_is_wrong_is_said_beside_each_field_and_nothing_typed_is_lost() {
        signInAt("/connections.xhtml");
        page().locator("#offers a").first().click();
        fill("Graph address", "nonsense");
        fill("Photo calls in a window", "many");
        page().getByLabel("Web proxy").fill("nowhere");
        page().locator("[id='form:save']").click();

        assertThat(page().locator("#messages")).containsText("Not saved yet");
        assertThat(field("graphUrl")).containsText("Write an address such as");
        assertThat(field("photoCalls")).containsText("Write a whole number");
        assertThat(page().locator("[id='form:nameProblem']")).containsText("This is needed");
        assertThat(page().locator("[id='form:proxyProblem']")).containsText("http://host:port");
        assertThat(page().getByLabel("Graph address")).hasValue("nonsense");
        assertThat(page().getByLabel("Web proxy")).hasValue("nowhere");
    }

    @Test
    void a_connection_is_made_found_and_deleted() {
        signInAt("/connections.xhtml");
        page().locator("#offers a").first().click();
        page().locator("[id='form:name']").fill("Second Exchange");
        fill("Graph address", SimulatedTenant.get().graphUrl().toString());
        page().getByLabel("Extra trusted CA").fill(SimulatedTenant.get().caPem());
        page().locator("[id='form:save']").click();

        assertThat(page().locator("#messages")).containsText("Connection Second Exchange is saved");
        assertThat(page().locator("h1")).hasText("Second Exchange");
        page().locator("[id='form:delete']").click();
        page().locator(".ui-confirmdialog-yes").click();
        assertThat(page().locator("#messages")).containsText("is deleted");
        assertThat(page().locator("#connections")).not().containsText("Second Exchange");
    }

    @Test
    void a_connection_that_a_plan_uses_stays() {
        openConnection("Exchange");
        page().locator("[id='form:delete']").click();
        page().locator(".ui-confirmdialog-yes").click();

        assertThat(page().locator("#messages")).containsText("It is used by " + SimulatedTenant.PLAN);
    }

    @Test
    void create_certificate_keeps_the_key_and_gives_the_cer() throws IOException, CertificateException {
        makeRegistration("Fresh app");
        page().locator("[id='certificates:create']").click();
        assertThat(page().locator("#messages")).containsText("The certificate is made");
        Download download = page().waitForDownload(
                        () -> page().locator("[id='certificates:downloadNOW']").click());

        X509Certificate certificate = read(download);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Photobridge Fresh app");
        page().locator("[id='certificates:create']").click();
        assertThat(page().locator("[id='certificates:useNext']")).isVisible();
        page().locator("[id='certificates:useNext']").click();
        assertThat(page().locator("#messages")).containsText("in use now");
    }

    @Test
    void a_certificate_is_uploaded_and_rubbish_is_refused_in_words() {
        makeRegistration("Uploaded app");
        upload("rubbish.pfx", "rubbish");
        assertThat(page().locator("[id='certificates:certificateProblem']")).containsText("can't be read");
        upload("client.pem", SimulatedTenant.get().clientCertificate().pem());

        assertThat(page().locator("#messages")).containsText("The certificate is stored");
        assertThat(page().locator("[id='certificates']")).containsText("uploaded");
    }

    @Test
    void connection_and_registration_look_good_in_every_look() {
        openConnection("Exchange");
        assertLooksGood("connection", path());
        open("/connections.xhtml");
        page().locator("#registrations a")
                .filter(new Locator.FilterOptions().setHasText("Simulated tenant"))
                .click();
        assertLooksGood("registration", path());
    }

    private void makeRegistration(String name) {
        signInAt("/registration.xhtml");
        page().locator("[id='form:name']").fill(name);
        page().locator("[id='form:tenantId']").fill("not a tenant");
        page().locator("[id='form:clientId']").fill("4710313c-1c21-4f35-ad1a-32a034c22d41");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("[id='form:tenantIdProblem']")).containsText("Write the tenant's id");
        page().locator("[id='form:tenantId']").fill("contoso.onmicrosoft.com");
        page().locator("[id='form:save']").click();
        assertThat(page().locator("h1")).hasText(name);
    }

    private void upload(String name, String content) {
        page().locator("[id='certificates:file']")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
        page().locator("[id='certificates:upload']").click();
    }

    private void openConnection(String name) {
        signInAt("/connections.xhtml");
        page().locator("#connections a")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page().locator("h1")).hasText(name);
    }

    private String path() {
        return page().url().substring(at("").length());
    }

    private void fill(String label, String value) {
        page().getByLabel(label).fill(value);
    }

    private Locator field(String name) {
        return page().locator("[data-field='" + name + "']");
    }

    private static X509Certificate read(Download download) throws IOException, CertificateException {
        try (InputStream in = download.createReadStream()) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}

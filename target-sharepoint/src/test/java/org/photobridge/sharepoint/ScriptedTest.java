package org.photobridge.sharepoint;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.simulator.certificate.KeyedCertificate;
import org.photobridge.spi.Account;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** A target in front of scripted hosts, with one person, Anna, whose picture is her own. */
abstract class ScriptedTest {
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    static final String ANNA_ID = "aaaaaaaa-0000-0000-0000-000000000001";
    static final String ANNA_UPN = "anna.o'hara@contoso.com";
    static final String ANNA_CLAIM = SharePointSchema.ACCOUNT_PREFIX + ANNA_UPN;
    static final String FOLDER = "Profile Pictures";

    /** Long for loopback, also on a busy machine; one test waits for it to pass. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

    /** Made once: an RSA key takes longer than any of the tests. */
    static final ClientCertificate CERTIFICATE = certificate();

    @TempDir
    private Path folder;

    final ScriptedHosts hosts = new ScriptedHosts();
    final ScriptedCallContext call = ScriptedCallContext.free();
    private TestProviderContext context;

    private static ClientCertificate certificate() {
        Clock clock = Clock.systemUTC();
        KeyedCertificate made = new CertificateMaker(clock)
                .selfSigned("CN=test", clock.instant().plus(Duration.ofDays(100)));
        return ClientCertificate.of(made.key(), List.of(made.certificate()));
    }

    @BeforeEach
    void anna_is_there() {
        context = TestProviderContext.in(folder);
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl(ANNA_ID), "0"));
        hosts.on(Site.ADMIN, "ProcessQuery", Answer.of(200, "[{\"ErrorInfo\":null},2,{\"IsNull\":false}]"));
        hosts.on(Site.MY_SITE, "/Folders", Answer.of(200, "{\"value\":[{\"Name\":\"" + FOLDER + "\"}]}"));
        hosts.on(Site.MY_SITE, "GetFolderByServerRelativePath[^/]*$", Answer.of(200, "{\"Exists\":true}"));
        hosts.on(Site.MY_SITE, "GET .*Thumb.jpg'\\)/\\$value", Answer.bytes(new byte[] {1, 2, 3}));
        hosts.on(Site.MY_SITE, "AddUsingPath", Answer.of(200, "{\"Name\":\"x\"}"));
    }

    @AfterEach
    void hosts_end() {
        context.close();
        hosts.close();
    }

    SharePointTarget target() {
        return target(Map.of());
    }

    SharePointTarget target(Map<String, String> changed) {
        return open(config(changed, CERTIFICATE));
    }

    SharePointTarget targetWith(ClientCertificate certificate) {
        return open(config(Map.of(), certificate));
    }

    private SharePointTarget open(ProviderConfig config) {
        return SharePointTarget.open(new SharePointSettings(config), context, ANSWER_WITHIN);
    }

    private ProviderConfig config(Map<String, String> changed, ClientCertificate certificate) {
        Map<String, String> values = new HashMap<>();
        values.put("tenantId", TENANT);
        values.put("clientId", TENANT);
        values.put("cloud", "custom");
        values.put("loginUrl", hosts.url(ScriptedHosts.LOGIN).toString());
        for (Site site : Site.values()) {
            values.put(site.property(), hosts.url(site).toString());
        }
        values.putAll(changed);
        return ProviderConfig.of(values, Map.of(), Map.of("certificate", certificate));
    }

    String pictureUrl(String base) {
        return new PictureLocation(FOLDER, base).pictureUrl(hosts.url(Site.MY_SITE));
    }

    Answer profile(String pictureUrl, String placeholder) {
        return profile(ANNA_CLAIM, ANNA_ID, pictureUrl, placeholder);
    }

    Answer profile(String claim, String objectId, String pictureUrl, String placeholder) {
        Map<String, String> properties = Map.of(
                "PictureURL", pictureUrl,
                "SPS-PicturePlaceholderState", placeholder,
                "SPS-PictureTimestamp", "63775083296",
                "SPS-PictureExchangeSyncState", "1",
                "msOnline-ObjectId", objectId);
        String list = properties.entrySet().stream()
                .map(each -> Json.write(Map.of("Key", each.getKey(), "Value", each.getValue())))
                .collect(Collectors.joining(",", "[", "]"));
        String shown =
                placeholder.equals("1") || pictureUrl.isEmpty() ? "null" : "\"" + pictureUrl + "?t=63775083296\"";
        return Answer.of(
                200,
                "{\"AccountName\":" + Json.write(claim) + ",\"PictureUrl\":" + shown + ",\"PersonalSiteHostUrl\":\""
                        + hosts.url(Site.MY_SITE) + "/\",\"UserProfileProperties\":" + list + "}");
    }

    static Account anna() {
        return account(ANNA_ID, ANNA_UPN);
    }

    static Account account(String id, String upn) {
        return Account.of(id, "Anna")
                .identifiedBy(IdentifierType.OBJECT_ID, id)
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, upn);
    }

    TargetState read(SharePointTarget target) {
        return target.readStates(List.of(TargetRequest.of(anna())), call).get(0);
    }

    static PhotoWrite write(SharePointTarget target, Account account, TargetToken token) {
        List<PreparedPicture> pictures = target.renditions().stream()
                .map(rendition -> PreparedPicture.of(rendition, new byte[] {9, (byte) rendition.pixels()}))
                .toList();
        return new PhotoWrite(account, token, pictures);
    }

    /** The token of a look at Anna. */
    TargetToken token(SharePointTarget target) {
        return ((TargetState.Present) read(target)).token();
    }
}

package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Resource;
import org.photobridge.simulator.directory.SiteLocale;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.sharepoint.PullRules;
import org.photobridge.simulator.sharepoint.SharePointState;
import org.photobridge.spi.Account;
import org.photobridge.spi.HealthStatus;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;
import org.photobridge.testkit.Portraits;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** What happens in a tenant where something is wrong, or odd, and that no photo is harmed by it. */
class TenantTroublesIT {
    private static final org.photobridge.simulator.http.Site ADMIN = org.photobridge.simulator.http.Site.ADMIN;
    private static final org.photobridge.simulator.http.Site MY = org.photobridge.simulator.http.Site.MY;

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private final ScriptedCallContext call = ScriptedCallContext.free();
    private SimulatedTenant tenant;
    private TestProviderContext context;
    private SharePointTarget target;

    private void start() {
        start(SiteLocale.EN, Map.of());
    }

    private void start(SiteLocale locale, Map<String, String> changed) {
        tenant = SimulatedTenant.start(
                SimulatorOptions.defaults().keyFile(keys.resolve("keys")).locale(locale));
        reopen(changed);
    }

    private void reopen(Map<String, String> changed) {
        if (context != null) {
            context.close();
        }
        context = TestProviderContext.trusting(simulator().caPem(), folder, Clock.systemUTC());
        target = SharePointTarget.open(new SharePointSettings(tenant.config(changed)), context);
    }

    @AfterEach
    void end() {
        context.close();
        tenant.close();
    }

    private M365Simulator simulator() {
        return tenant.simulator();
    }

    private SharePointState sharePoint() {
        return simulator().sharePoint();
    }

    private TargetState read(String alias) {
        TargetRequest request =
                TargetRequest.of(tenant.account(alias)).withPicture().withSnapshot();
        return target.readStates(List.of(request), call).get(0);
    }

    private static TargetToken token(TargetState state) {
        return state instanceof TargetState.Present present ? present.token() : ((TargetState.Empty) state).token();
    }

    private static TargetSnapshot snapshot(TargetState state) {
        return (state instanceof TargetState.Present present
                        ? present.snapshot()
                        : ((TargetState.Empty) state).snapshot())
                .orElseThrow();
    }

    private PhotoWrite prepared(String alias) {
        return prepared(alias, token(read(alias)));
    }

    private PhotoWrite prepared(String alias, TargetToken token) {
        Account account = tenant.account(alias);
        List<PreparedPicture> pictures = target.renditions().stream()
                .map(rendition -> PreparedPicture.of(rendition, Portraits.jpeg("new " + alias, rendition.pixels())))
                .toList();
        return new PhotoWrite(account, token, pictures);
    }

    private WriteResult write(String alias) {
        return target.writePhotos(List.of(prepared(alias)), call).get(0);
    }

    private static String code(WriteResult result) {
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        return ((WriteResult.Failed) result).failure().code();
    }

    private byte[] file(String base, ThumbnailSize size) {
        return sharePoint()
                .file(sharePoint().picturesFolder() + "/" + size.fileName(base))
                .orElseThrow();
    }

    /** Everything that SharePoint holds of these people's pictures. */
    private Map<String, Object> picturesOf(String... aliases) {
        Map<String, Object> all = new HashMap<>();
        for (String alias : aliases) {
            all.put(alias, tenant.profile(alias));
            for (ThumbnailSize size : ThumbnailSize.values()) {
                String base = tenant.person(alias).objectId();
                Optional<byte[]> bytes = sharePoint().file(sharePoint().picturesFolder() + "/" + size.fileName(base));
                all.put(alias + size, bytes.map(Hashes::of).orElse("none"));
            }
        }
        return all;
    }

    /** Category and code of what failed. */
    private List<String> failedChecks() {
        return target.checkHealth(call).checks().stream()
                .filter(check -> check.status() == HealthStatus.FAIL)
                .map(check -> check.category().orElseThrow() + " " + check.code())
                .toList();
    }

    @Test
    void written_person_has_three_thumbnails_of_their_sizes_and_four_properties() throws IOException {
        start();
        assertThat(write("ben.okafor")).isInstanceOf(WriteResult.Written.class);
        String base = tenant.person("ben.okafor").objectId();
        for (ThumbnailSize size : ThumbnailSize.values()) {
            int width = ImageIO.read(new ByteArrayInputStream(file(base, size))).getWidth();
            assertThat(width).isEqualTo(size.defaultPixels());
        }
        assertThat(tenant.profile("ben.okafor"))
                .containsEntry(
                        "PictureURL",
                        simulator().mySiteUrl() + "/User%20Photos/Profile%20Pictures/" + base + "_MThumb.jpg")
                .containsEntry("SPS-PicturePlaceholderState", "0")
                .containsEntry("SPS-PictureExchangeSyncState", "1");
        assertThat(PictureTimestamp.read(tenant.profile("ben.okafor").get("SPS-PictureTimestamp")))
                .hasValueSatisfying(time -> assertThat(
                                Duration.between(time, Clock.systemUTC().instant()))
                        .isLessThan(Duration.ofMinutes(5)));
        assertThat(target.verify(List.of(prepared("ben.okafor")), call)).containsExactly(VerifyResult.served());
    }

    @Test
    void rest_ends_in_the_same_state_as_csom() {
        start(SiteLocale.EN, Map.of("transport", "rest"));
        assertThat(write("daniel.o'hara")).isInstanceOf(WriteResult.Written.class);
        assertThat(target.verify(List.of(prepared("daniel.o'hara")), call)).containsExactly(VerifyResult.served());
    }

    @Test
    void localised_folder_is_used() {
        start(SiteLocale.NL, Map.of());
        write("ben.okafor");
        assertThat(tenant.profile("ben.okafor").get("PictureURL")).contains("/Profielafbeeldingen/");
    }

    @Test
    void missing_folder_is_made_at_the_first_write_and_not_by_a_look() {
        start();
        sharePoint().removePicturesFolder();
        PhotoWrite write = prepared("ben.okafor");
        assertThat(simulator().requests().count(MY, "^POST")).isZero();
        assertThat(target.writePhotos(List.of(write), call).get(0)).isInstanceOf(WriteResult.Written.class);
        assertThat(file(tenant.person("ben.okafor").objectId(), ThumbnailSize.L))
                .isNotEmpty();
    }

    @Test
    void address_that_points_at_annas_file_doesnt_harm_anna() {
        start();
        Map<String, Object> anna = picturesOf("anna.berg");
        assertThat(write("somebody.else")).isInstanceOf(WriteResult.Written.class);
        assertThat(picturesOf("anna.berg")).isEqualTo(anna);
        assertThat(tenant.profile("somebody.else").get("PictureURL"))
                .contains(tenant.person("somebody.else").objectId());
        target.removePhotos(List.of(TargetRequest.of(tenant.account("somebody.else"))), call);
        assertThat(picturesOf("anna.berg")).isEqualTo(anna);
    }

    @Test
    void undo_of_an_address_elsewhere_gives_exactly_that_address_back() {
        start();
        for (String alias : List.of("elsewhere.url", "somebody.else", "placeholder.state", "files.gone", "no.photo")) {
            Map<String, Object> before = picturesOf(alias);
            TargetSnapshot snapshot = snapshot(read(alias));
            write(alias);
            assertThat(picturesOf(alias)).isNotEqualTo(before);
            assertThat(target.restore(tenant.account(alias), snapshot, call)).isInstanceOf(WriteResult.Written.class);
            assertThat(picturesOf(alias)).as(alias).isEqualTo(before);
        }
    }

    @Test
    void removed_picture_comes_back_with_its_files() {
        start();
        Map<String, Object> before = picturesOf("anna.berg");
        TargetSnapshot snapshot = snapshot(read("anna.berg"));
        target.removePhotos(List.of(TargetRequest.of(tenant.account("anna.berg"))), call);
        assertThat(tenant.profile("anna.berg")).containsEntry("PictureURL", "");
        target.restore(tenant.account("anna.berg"), snapshot, call);
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void removal_that_broke_off_completes_at_the_next_try() {
        start();
        simulator()
                .faults()
                .add(Fault.answering(ADMIN, "ProcessQuery", 1, SimResponse.empty(503))
                        .afterSkipping(1));
        List<TargetRequest> anna = List.of(TargetRequest.of(tenant.account("anna.berg")));
        assertThat(target.removePhotos(anna, call).get(0)).isInstanceOf(WriteResult.Failed.class);
        assertThat(target.removePhotos(anna, call)).containsExactly(WriteResult.written(""));
        assertThat(tenant.profile("anna.berg")).containsEntry("PictureURL", "");
        assertThat(picturesOf("anna.berg")).containsEntry("anna.bergL", "none");
    }

    @Test
    void two_similar_names_with_one_file_are_refused() {
        start();
        sharePoint()
                .setProperty(
                        tenant.person("a_b"),
                        "PictureURL",
                        tenant.profile("a.b").get("PictureURL"));
        Map<String, Object> before = picturesOf("a.b", "a_b");
        assertThat(code(write("a.b"))).isEqualTo("sharepoint-name-clash");
        assertThat(picturesOf("a.b", "a_b")).isEqualTo(before);
    }

    @Test
    void unknown_user_has_no_profile() {
        start();
        assertThat(read("no.profile")).isEqualTo(TargetState.impossible("sharepoint-no-profile"));
        WriteResult result = target.writePhotos(List.of(prepared("no.profile", TargetToken.NONE)), call)
                .get(0);
        assertThat(code(result)).isEqualTo("sharepoint-no-profile");
    }

    @Test
    void picture_that_sharepoint_pulls_counts_as_another() {
        start();
        write("anna.berg");
        String ours = ((TargetState.Present) read("anna.berg")).fingerprint();
        PhotoWrite write = prepared("anna.berg");
        sharePoint().setPullRules(new PullRules(Duration.ZERO, Duration.ZERO, true, false, false));
        sharePoint().visit(tenant.person("anna.berg"));
        assertThat(((TargetState.Present) read("anna.berg")).fingerprint()).isNotEqualTo(ours);
        assertThat(target.verify(List.of(write), call).get(0)).isInstanceOf(VerifyResult.Different.class);
    }

    @Test
    void missing_profile_role_is_named_and_nothing_is_changed() {
        start();
        Map<String, Object> before = picturesOf("anna.berg");
        simulator().app().revoke(Resource.SHAREPOINT, "User.ReadWrite.All");
        assertThat(failedChecks()).contains("PERMISSION_DENIED sharepoint-403-profiles");
        assertThat(catchThrowableOfType(ProviderException.class, () -> write("anna.berg"))
                        .code())
                .isEqualTo("sharepoint-403-profiles");
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void missing_file_role_is_named_and_nothing_is_changed() {
        start();
        Map<String, Object> before = picturesOf("anna.berg");
        simulator().app().revoke(Resource.SHAREPOINT, "Sites.FullControl.All");
        assertThat(failedChecks()).contains("PERMISSION_DENIED sharepoint-403-files");
        assertThat(catchThrowableOfType(ProviderException.class, () -> read("anna.berg"))
                        .code())
                .isEqualTo("sharepoint-403-files");
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void root_host_as_admin_host_is_found_by_the_health_check_and_harms_nothing() {
        start();
        reopen(Map.of(
                "adminUrl",
                simulator().rootUrl().toString(),
                "rootUrl",
                simulator().adminUrl().toString()));
        Map<String, Object> before = picturesOf("anna.berg");
        assertThat(failedChecks()).contains("CONFIGURATION sharepoint-wrong-host");
        assertThat(catchThrowableOfType(ProviderException.class, () -> write("anna.berg"))
                        .code())
                .isEqualTo("sharepoint-wrong-host");
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void swapped_my_site_host_writes_nothing() {
        start();
        Map<String, Object> before = picturesOf("anna.berg");
        reopen(Map.of(
                "mySiteUrl",
                simulator().rootUrl().toString(),
                "rootUrl",
                simulator().mySiteUrl().toString()));
        assertThat(failedChecks()).contains("CONFIGURATION sharepoint-wrong-host");
        assertThat(read("anna.berg")).isInstanceOf(TargetState.Impossible.class);
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void tenant_that_is_down_is_unreachable_and_the_check_says_so() {
        start();
        reopen(Map.of("adminUrl", "https://localhost:1"));
        assertThat(failedChecks()).contains("CONFIGURATION sharepoint-sign-in-site");
    }

    @Test
    void storm_of_429_is_passed_on_with_its_wait_and_leaves_the_picture() {
        start();
        Map<String, Object> before = picturesOf("anna.berg");
        simulator()
                .faults()
                .add(Fault.answering(
                        ADMIN, "", Fault.ALWAYS, SimResponse.empty(429).with("Retry-After", "77")));
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> read("anna.berg"));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(77));
        assertThat(simulator().requests().count(ADMIN, "GetPropertiesFor")).isEqualTo(1);
        assertThat(picturesOf("anna.berg")).isEqualTo(before);
    }

    @Test
    void break_between_files_and_properties_is_mended_by_the_same_write() {
        start();
        PhotoWrite write = prepared("ben.okafor");
        simulator().faults().add(Fault.cut(ADMIN, "ProcessQuery", 1));
        WriteResult broken = target.writePhotos(List.of(write), call).get(0);
        assertThat(code(broken)).isEqualTo("sharepoint-unreachable");
        assertThat(target.writePhotos(List.of(write), call).get(0)).isInstanceOf(WriteResult.Written.class);
        assertThat(target.verify(List.of(write), call)).containsExactly(VerifyResult.served());
    }

    @Test
    void expired_token_is_renewed_in_mid_run() {
        start();
        read("anna.berg");
        simulator().faults().add(Fault.answering(ADMIN, "GetPropertiesFor", 1, SimResponse.empty(401)));
        assertThat(read("anna.berg")).isInstanceOf(TargetState.Present.class);
    }

    @Test
    void every_special_person_is_answered_in_one_way_or_another() {
        start();
        List<TargetState> states = simulator()
                .tenant()
                .people()
                .map(SimulatedTenant::account)
                .map(account -> target.readStates(
                                List.of(TargetRequest.of(account).withPicture()), call)
                        .get(0))
                .toList();
        assertThat(states).hasSize(simulator().tenant().size()).noneMatch(TargetState.Failed.class::isInstance);
    }
}

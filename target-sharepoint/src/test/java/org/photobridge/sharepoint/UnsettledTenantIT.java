package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.sharepoint.PullOutcome;
import org.photobridge.simulator.sharepoint.PullRules;
import org.photobridge.simulator.sharepoint.SharePointState;
import org.photobridge.spi.Account;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;
import org.photobridge.testkit.Portraits;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.TestProviderContext;

/** A tenant in which something is under way: renames, other geographies, a pull that goes wrong, lines that break. */
class UnsettledTenantIT {
    private static final org.photobridge.simulator.http.Site ADMIN = org.photobridge.simulator.http.Site.ADMIN;
    private static final org.photobridge.simulator.http.Site MY = org.photobridge.simulator.http.Site.MY;
    private static final String NEW_NAME = "anna.smith@contoso.onmicrosoft.com";

    @TempDir
    private static Path keys;

    private static SimulatedTenant tenant;

    @TempDir
    private Path folder;

    private final ScriptedCallContext call = ScriptedCallContext.free();
    private TestProviderContext context;
    private SharePointTarget target;
    private Person anna;
    private Person carla;
    private Runnable asBefore;

    @BeforeAll
    static void start() {
        tenant = SimulatedTenant.start(keys.resolve("keys"));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @BeforeEach
    void open() {
        asBefore = tenant.remembering(List.of("anna.berg", "carla.rossi"));
        anna = tenant.person("anna.berg");
        carla = tenant.person("carla.rossi");
        context = TestProviderContext.trusting(simulator().caPem(), folder, Clock.systemUTC());
        target = SharePointTarget.open(new SharePointSettings(tenant.config()), context);
        simulator().requests().clear();
    }

    @AfterEach
    void putBack() {
        context.close();
        simulator().faults().clear();
        sharePoint().holdRenames(false);
        sharePoint().move(anna, Optional.empty());
        simulator().tenant().change(anna);
        simulator().tenant().change(carla);
        asBefore.run();
    }

    private static M365Simulator simulator() {
        return tenant.simulator();
    }

    private static SharePointState sharePoint() {
        return simulator().sharePoint();
    }

    private TargetState read(Account account) {
        return target.readStates(List.of(TargetRequest.of(account)), call).get(0);
    }

    private PhotoWrite prepared(Account account, TargetToken token) {
        List<PreparedPicture> pictures = target.renditions().stream()
                .map(rendition -> PreparedPicture.of(rendition, Portraits.jpeg("new", rendition.pixels())))
                .toList();
        return new PhotoWrite(account, token, pictures);
    }

    private WriteResult write(Account account) {
        return target.writePhotos(List.of(prepared(account, TargetToken.NONE)), call)
                .get(0);
    }

    private static Failure failure(WriteResult result) {
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        return ((WriteResult.Failed) result).failure();
    }

    /** Properties and files of both people's pictures. */
    private Map<String, Object> pictures() {
        Map<String, Object> all = new HashMap<>();
        for (Person person : List.of(anna, carla)) {
            all.put(
                    person.objectId(),
                    PictureProperties.of(sharePoint().profile(person).orElseThrow()));
            for (ThumbnailSize size : ThumbnailSize.values()) {
                String file = sharePoint().picturesFolder() + "/" + size.fileName(person.objectId());
                all.put(file, sharePoint().file(file).map(Hashes::of).orElse("none"));
            }
        }
        return all;
    }

    private Account renamed(Person person, String userPrincipalName) {
        Person now = person.withUserPrincipalName(userPrincipalName);
        simulator().tenant().change(now);
        return SimulatedTenant.account(now);
    }

    @Test
    void rename_that_sharepoint_has_not_heard_of_is_no_profile_until_it_has() {
        sharePoint().holdRenames(true);
        Account renamed = renamed(anna, NEW_NAME);
        Map<String, Object> before = pictures();
        assertThat(read(renamed)).isEqualTo(TargetState.impossible("sharepoint-no-profile"));
        assertThat(failure(write(renamed)).code()).isEqualTo("sharepoint-no-profile");
        assertThat(simulator().requests().count(MY, "^POST")).isZero();
        assertThat(pictures()).isEqualTo(before);
        sharePoint().holdRenames(false);
        assertThat(read(renamed)).isInstanceOf(TargetState.Present.class);
        assertThat(write(renamed)).isInstanceOf(WriteResult.Written.class);
        assertThat(sharePoint().profile(anna).orElseThrow().get("PictureURL")).contains(anna.objectId());
    }

    @Test
    void name_that_somebody_new_has_is_still_the_other_persons_in_sharepoint_and_she_keeps_her_picture() {
        sharePoint().holdRenames(true);
        renamed(anna, NEW_NAME);
        Account newcomer = renamed(carla, anna.userPrincipalName());
        Map<String, Object> before = pictures();
        assertThat(read(newcomer)).isEqualTo(TargetState.impossible("sharepoint-other-person"));
        assertThat(failure(write(newcomer)).code()).isEqualTo("sharepoint-other-person");
        assertThat(failure(target.removePhotos(List.of(TargetRequest.of(newcomer)), call)
                                .get(0))
                        .code())
                .isEqualTo("sharepoint-other-person");
        assertThat(pictures()).isEqualTo(before);
    }

    @Test
    void rename_between_look_and_write_is_no_profile_and_touches_nobody() {
        TargetToken token = ((TargetState.Present) read(SimulatedTenant.account(anna))).token();
        Map<String, Object> before = pictures();
        Account renamed = renamed(anna, NEW_NAME);
        WriteResult result =
                target.writePhotos(List.of(prepared(renamed, token)), call).get(0);
        assertThat(failure(result).code()).isEqualTo("sharepoint-no-profile");
        assertThat(PictureProperties.of(sharePoint().profile(anna).orElseThrow()))
                .isEqualTo(before.get(anna.objectId()));
    }

    @Test
    void profile_of_another_geography_is_left_alone_while_the_one_of_this_is_written() {
        sharePoint().move(anna, Optional.of("https://contosoeur-my.sharepoint.com"));
        Map<String, Object> before = pictures();
        Account there = SimulatedTenant.account(anna);
        assertThat(read(there)).isEqualTo(TargetState.impossible("sharepoint-other-geo"));
        assertThat(failure(write(there)).code()).isEqualTo("sharepoint-other-geo");
        assertThat(simulator().requests().count(MY, "^POST")).isZero();
        assertThat(pictures()).isEqualTo(before);
        assertThat(write(SimulatedTenant.account(carla))).isInstanceOf(WriteResult.Written.class);
    }

    @Test
    void blank_pictures_that_sharepoint_pulls_count_as_another_picture() {
        Account account = SimulatedTenant.account(anna);
        PhotoWrite write = prepared(account, ((TargetState.Present) read(account)).token());
        target.writePhotos(List.of(write), call);
        assertThat(target.verify(List.of(write), call)).containsExactly(VerifyResult.served());
        PullRules usual = sharePoint().pullRules();
        sharePoint().setPullRules(new PullRules(Duration.ZERO, Duration.ZERO, true, false, true));
        assertThat(sharePoint().visit(anna)).isEqualTo(PullOutcome.PULLED);
        sharePoint().setPullRules(usual);
        assertThat(target.verify(List.of(write), call).get(0)).isInstanceOf(VerifyResult.Different.class);
    }

    @Test
    void reset_connections_are_unavailable_and_the_same_write_is_good_at_the_next_try() {
        Account account = SimulatedTenant.account(anna);
        PhotoWrite write = prepared(account, ((TargetState.Present) read(account)).token());
        simulator().faults().add(Fault.reset(ADMIN, "ProcessQuery", 1));
        Failure broken = failure(target.writePhotos(List.of(write), call).get(0));
        assertThat(broken.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
        // The JDK's client repeats a GET once by itself.
        simulator().faults().add(Fault.reset(ADMIN, "GetPropertiesFor", 2));
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> read(account));
        assertThat(failure.code()).isEqualTo("sharepoint-unreachable");
        assertThat(target.writePhotos(List.of(write), call).get(0)).isInstanceOf(WriteResult.Written.class);
        assertThat(target.verify(List.of(write), call)).containsExactly(VerifyResult.served());
    }
}

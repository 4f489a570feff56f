package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.portal.acceptance.PortalApi.Ask;
import org.photobridge.portal.acceptance.PortalApi.Said;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.http.Fault;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** Everything that goes wrong is told with its category and in words, and harms no picture. */
@ExtendWith(WholePortal.Here.class)
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TroublesIT {
    /** Of each site: less than the five tries that one call gets, which may ask two sites. */
    private static final int A_STORM = 2;

    private final M365Simulator tenant;
    private final PortalApi api;
    private final Vocabulary vocabulary;
    private final Person anna;
    private Map<String, InSharePoint> before;

    TroublesIT(WholePortal portal) throws IOException {
        this.tenant = portal.tenant();
        this.api = portal.api();
        this.vocabulary = Vocabulary.of(portal.home());
        this.anna = tenant.tenant().named("anna.berg");
    }

    @BeforeEach
    void everybody_s_state_before() {
        tenant.tenant().photos().replace(anna);
        before = InSharePoint.everybody(tenant);
    }

    @AfterEach
    void calm() {
        tenant.faults().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "Wrong secret, AUTHENTICATION, entra-secret-refused",
        "Expired certificate, AUTHENTICATION, sharepoint-certificate-expired",
        "Expired certificate in Exchange, AUTHENTICATION, entra-certificate-expired",
        "Wrong host, CONFIGURATION, sharepoint-wrong-host",
        "Nobody answers, UNAVAILABLE, entra-unreachable",
        "Without User.Read.All, PERMISSION_DENIED, graph-403-users",
        "Without Sites.FullControl.All, PERMISSION_DENIED, sharepoint-403-files",
        "Without User.ReadWrite.All, PERMISSION_DENIED, sharepoint-403-profiles"
    })
    void connection_that_is_set_up_wrong_ends_the_run_with_its_cause_and_harms_nothing(
            String plan, String category, String code) throws Exception {
        RunSeen run = api.run(Ask.of("sync", "account", anna.objectId()).by(plan));

        assertThat(run.state()).as(run.toString()).isEqualTo("FAILED");
        assertThat(run.problemCategory()).isEqualTo(category);
        assertThat(run.problemCode()).isEqualTo(code);
        assertThat(vocabulary.explains(code)).as(code).isTrue();
        assertNothingChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "Wrong secret, AUTHENTICATION, entra-secret-refused",
        "Expired certificate, AUTHENTICATION, sharepoint-certificate-expired",
        "Expired certificate in Exchange, AUTHENTICATION, entra-certificate-expired",
        "Wrong host, CONFIGURATION, sharepoint-wrong-host",
        "Without User.Read.All, PERMISSION_DENIED, graph-403-users",
        "Without photos, PERMISSION_DENIED, graph-403-photo",
        "Without GroupMember.Read.All, PERMISSION_DENIED, graph-403-groups",
        "Without Sites.FullControl.All, PERMISSION_DENIED, sharepoint-403-files",
        "Without User.ReadWrite.All, PERMISSION_DENIED, sharepoint-403-profiles"
    })
    void run_for_everybody_doesn_t_begin_on_a_connection_that_isn_t_well(String plan, String category, String code)
            throws Exception {
        RunSeen run = api.run(Ask.of("sync", "all").by(plan));

        assertThat(run.state()).as(run.toString()).isEqualTo("FAILED");
        assertThat(run.counts()).isEmpty();
        assertThat(run.problemCategory()).isEqualTo(category);
        assertThat(run.problemCode()).isEqualTo(code);
        assertThat(vocabulary.explains(code)).as(code).isTrue();
        assertNothingChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "Without GroupMember.Read.All, graph-403-groups",
        "Without User.Read.All, graph-403-users",
        "Without photos, graph-403-photo"
    })
    void run_for_a_group_needs_the_permission_to_see_its_members(String plan, String code) throws Exception {
        String sales = tenant.tenant().groups().get(0).id();

        RunSeen run = api.run(Ask.of("sync", "group", sales).by(plan));

        assertThat(run.state()).as(run.toString()).isEqualTo("FAILED");
        assertThat(run.counts()).isEmpty();
        assertThat(run.problemCategory()).isEqualTo("PERMISSION_DENIED");
        assertThat(run.problemCode()).isEqualTo(code);
        assertNothingChanged();
    }

    /** Of one person only the photo is asked for, so the refusal is the outcome's. */
    @Test
    void without_any_permission_for_photos_one_person_is_told_so() throws Exception {
        RunSeen run = api.run(Ask.of("sync", "account", anna.objectId()).by(WholePortal.WITHOUT_PHOTOS));

        assertThat(run.counts()).as(run.toString()).isEqualTo(Map.of("FAILED", 1L));
        Said said = api.outcomes(run.id()).get(anna.objectId());
        assertThat(said.reason()).isEqualTo("graph-403-photo");
        assertThat(said.category()).isEqualTo("PERMISSION_DENIED");
        assertNothingChanged();
    }

    /** The permission to read people covers their photos: nobody is sent to an administrator without need. */
    @Test
    void without_the_photos_own_permission_the_one_for_people_will_do() throws Exception {
        RunSeen run = api.run(Ask.of("sync", "account", anna.objectId()).by("Without ProfilePhoto.Read.All"));

        assertThat(run.counts()).as(run.toString()).isEqualTo(Map.of("UPDATED", 1L));
        new WholePicture(tenant).assertIsThere(anna, before.get(anna.objectId()).url());
    }

    @Test
    void run_for_everybody_waits_if_its_check_finds_nobody_who_answers() throws Exception {
        RunSeen run = api.run(Ask.of("sync", "all").by("Nobody answers"));

        assertThat(run.state()).as(run.toString()).isEqualTo("WAITING");
        assertThat(run.problemCategory()).isEqualTo("UNAVAILABLE");
        assertThat(run.problemCode()).isEqualTo("entra-unreachable");
        assertThat(api.cancel(run.id()).state()).isEqualTo("CANCELLED");
        assertNothingChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "no.profile, SKIPPED, '', sharepoint-no-profile",
        "corrupt.photo, FAILED, REJECTED, picture-corrupt",
        "huge.png, FAILED, REJECTED, picture-too-many-pixels",
        "denied.photo, FAILED, PERMISSION_DENIED, graph-403-photo",
        "unheard.of, FAILED, NOT_FOUND, graph-404",
        "no.photo, SKIPPED, '', graph-no-photo",
        "no.photo.placeholder, SKIPPED, '', graph-placeholder"
    })
    void trouble_of_one_person_is_an_outcome_with_its_reason(
            String alias, String outcome, String category, String reason) throws Exception {
        Person person = tenant.tenant().named(alias);

        RunSeen run = api.run(Ask.of("sync", List.of(person.objectId())));

        Said said = api.outcomes(run.id()).get(person.objectId());
        assertThat(said.outcome()).as(said.toString()).isEqualTo(outcome);
        assertThat(said.reason()).isEqualTo(reason);
        assertThat(said.category()).isEqualTo(category);
        assertThat(vocabulary.explains(reason)).isTrue();
        assertNothingChanged();
    }

    @Test
    void unknown_user_is_told_and_everybody_else_of_the_list_is_served() throws Exception {
        RunSeen run = api.run(Ask.of("sync", List.of("nobody@contoso.onmicrosoft.com", anna.objectId())));

        assertThat(run.counts()).as(run.toString()).isEqualTo(Map.of("FAILED", 1L, "UPDATED", 1L));
        assertThat(api.outcomes(run.id()).get("nobody@contoso.onmicrosoft.com").reason())
                .isEqualTo("unknown-account");
        assertThat(vocabulary.explains("unknown-account")).isTrue();
    }

    @Test
    void picture_url_at_somebody_else_s_file_leaves_that_file_alone() throws Exception {
        Person other = tenant.tenant().named("somebody.else");
        tenant.tenant().photos().replace(other);
        String annasUrl = InSharePoint.of(tenant, anna).properties().get(InSharePoint.URL);
        tenant.sharePoint().setProperty(other, InSharePoint.URL, annasUrl);
        InSharePoint annas = InSharePoint.of(tenant, anna);

        RunSeen run = api.run(Ask.of("sync", "account", other.objectId()));

        assertThat(run.counts()).as(run.toString()).isEqualTo(Map.of("UPDATED", 1L));
        assertThat(InSharePoint.of(tenant, anna)).isEqualTo(annas);
        assertThat(InSharePoint.of(tenant, other).properties().get(InSharePoint.URL))
                .contains(other.objectId())
                .isNotEqualTo(annasUrl);
    }

    @Test
    void storm_of_429_passes_and_the_run_ends_right() throws Exception {
        SimResponse wait = SimResponse.empty(429).with("Retry-After", "0.4");
        tenant.faults().add(Fault.answering(Site.GRAPH, "/users", A_STORM, wait));
        tenant.faults().add(Fault.answering(Site.MY, ".", A_STORM, wait));
        tenant.faults().add(Fault.answering(Site.ADMIN, ".", A_STORM, wait));

        RunSeen run = api.run(Ask.of("sync", "account", anna.objectId()));

        assertThat(run.state()).as(run.toString()).isEqualTo("SUCCEEDED");
        assertThat(run.counts()).isEqualTo(Map.of("UPDATED", 1L));
        new WholePicture(tenant).assertIsThere(anna, before.get(anna.objectId()).url());
    }

    @Test
    void storm_of_429_that_doesn_t_end_is_told_and_leaves_the_picture() throws Exception {
        SimResponse wait = SimResponse.empty(429).with("Retry-After", "0.1");
        tenant.faults().add(Fault.answering(Site.ADMIN, ".", Fault.ALWAYS, wait));

        RunSeen run = api.run(Ask.of("sync", "account", anna.objectId()));

        assertThat(run.state()).as(run.toString()).isEqualTo("FAILED");
        assertThat(run.problemCategory()).isEqualTo("THROTTLED");
        assertThat(run.problemCode()).isEqualTo("sharepoint-throttled");
        assertThat(vocabulary.explains(run.problemCode())).isTrue();
        assertNothingChanged();
    }

    @Test
    void run_for_everybody_waits_while_microsoft_365_is_down() throws Exception {
        tenant.faults()
                .add(Fault.answering(
                        Site.GRAPH, ".", Fault.ALWAYS, SimResponse.empty(503).with("Retry-After", "0.1")));

        RunSeen run = api.run(Ask.of("sync", "all"));

        assertThat(run.state()).as(run.toString()).isEqualTo("WAITING");
        assertThat(run.problemCategory()).isEqualTo("UNAVAILABLE");
        assertThat(vocabulary.explains(run.problemCode())).as(run.problemCode()).isTrue();
        assertThat(api.cancel(run.id()).state()).isEqualTo("CANCELLED");
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(InSharePoint.everybody(tenant)).isEqualTo(before);
    }
}

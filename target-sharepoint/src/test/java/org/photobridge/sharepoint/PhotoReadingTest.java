package org.photobridge.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.photobridge.sharepoint.ScriptedHosts.Answer;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;
import org.photobridge.testkit.ScriptedCallContext;

class PhotoReadingTest extends ScriptedTest {
    private static final Answer NO_PROFILE = Answer.of(200, "{\"odata.null\":true}");

    private TargetState readWithPicture() {
        return target().readStates(
                        List.of(TargetRequest.of(anna()).withPicture().withSnapshot()), call)
                .get(0);
    }

    private TargetState.Present present() {
        TargetState state = readWithPicture();
        assertThat(state).isInstanceOf(TargetState.Present.class);
        return (TargetState.Present) state;
    }

    private StateToken token(TargetState state) {
        return StateToken.read(
                        state instanceof TargetState.Present present
                                ? present.token()
                                : ((TargetState.Empty) state).token())
                .orElseThrow();
    }

    @Test
    void success_with_nothing_in_it_means_that_there_is_no_profile() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", NO_PROFILE);
        assertThat(readWithPicture()).isEqualTo(TargetState.impossible("sharepoint-no-profile"));
    }

    @Test
    void account_name_is_quoted_for_odata_and_escaped_for_the_address() {
        read(target());
        assertThat(hosts.received(Site.ADMIN).get(0).line())
                .contains("@v='i%3A0%23.f%7Cmembership%7Canna.o%27%27hara%40contoso.com'");
    }

    @Test
    void guest_sign_is_escaped_once() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", NO_PROFILE);
        target().readStates(List.of(TargetRequest.of(account(ANNA_ID, "bob_x.com#EXT#@contoso.com"))), call);
        assertThat(hosts.received(Site.ADMIN).get(0).line()).contains("bob_x.com%23ext%23%40contoso.com'");
    }

    @Test
    void own_picture_is_read_by_path_on_the_my_site_host() {
        assertThat(present().picture()).isPresent();
        assertThat(hosts.received(Site.MY_SITE))
                .extracting(ScriptedHosts.Received::line)
                .contains(
                        "GET /_api/web/GetFileByServerRelativePath(decodedUrl='%2FUser%20Photos%2FProfile%20Pictures%2F"
                                + ANNA_ID + "_LThumb.jpg')/$value");
    }

    @Test
    void address_on_a_foreign_host_is_text_and_never_fetched() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(hosts.url(Site.ROOT) + "/secret.jpg", "0"));
        assertThat(present().picture()).isEmpty();
        assertThat(hosts.received(Site.ROOT)).isEmpty();
    }

    @Test
    void shown_picture_is_fetched_from_the_photo_page_of_the_root_site_whatever_address_the_profile_names() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile("https://elsewhere.example/secret.jpg", "0"));
        hosts.on(Site.ROOT, "userphoto.aspx", Answer.bytes(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2}));
        assertThat(target().servedPicture(anna(), call).picture()).isPresent();
        assertThat(hosts.received(Site.ROOT))
                .extracting(ScriptedHosts.Received::line)
                .allMatch(line -> line.startsWith("GET /_layouts/15/userphoto.aspx?size=L&accountname=anna"))
                .as("moves with the profile's picture, past all caches")
                .allMatch(line -> line.endsWith("&t=63775083296"));
        assertThat(hosts.received(Site.ROOT)).hasSize(1);
    }

    @Test
    void placeholder_of_the_photo_page_is_no_picture() {
        hosts.on(Site.ROOT, "userphoto.aspx", Answer.bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        assertThat(target().servedPicture(anna(), call).picture()).isEmpty();
    }

    @Test
    void file_named_like_somebody_else_is_neither_fetched_nor_written() {
        String other = "bbbbbbbb-0000-0000-0000-000000000002";
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl(other), "0"));
        TargetState.Present state = present();
        assertThat(state.picture()).isEmpty();
        assertThat(token(state).location()).isEqualTo(new PictureLocation(FOLDER, ANNA_ID));
        assertThat(hosts.received(Site.MY_SITE))
                .noneMatch(request -> request.line().contains(other));
    }

    @Test
    void file_of_the_own_account_name_goes_on_being_used() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl("anna_o'hara_contoso_com"), "0"));
        assertThat(token(present()).location().base()).isEqualTo("anna_o'hara_contoso_com");
    }

    @Test
    void folder_of_the_address_is_kept_when_the_file_is_the_persons_own() {
        String url = new PictureLocation("Profilbilder", ANNA_ID).pictureUrl(hosts.url(Site.MY_SITE));
        hosts.on(
                Site.MY_SITE,
                "/Folders",
                Answer.of(200, "{\"value\":[{\"Name\":\"Profilbilder\"},{\"Name\":\"" + FOLDER + "\"}]}"));
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(url, "0"));
        assertThat(token(present()).location().folder()).isEqualTo("Profilbilder");
    }

    @Test
    void folder_that_only_an_address_names_is_neither_read_nor_made() {
        String url = new PictureLocation("Anna's own", ANNA_ID).pictureUrl(hosts.url(Site.MY_SITE));
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(url, "0"));
        assertThat(token(present()).location().folder()).isEqualTo(FOLDER);
        assertThat(hosts.received(Site.MY_SITE))
                .noneMatch(request -> request.line().contains("own"));
    }

    @Test
    void folder_is_found_out_and_not_assumed() {
        hosts.on(
                Site.MY_SITE,
                "/Folders",
                Answer.of(200, "{\"value\":[{\"Name\":\"Forms\"},{\"Name\":\"_t\"},{\"Name\":\"Kuvat\"}]}"));
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile("", ""));
        assertThat(token(readWithPicture()).location().folder()).isEqualTo("Kuvat");
    }

    @Test
    void tenant_without_a_folder_gets_the_name_of_its_language() {
        hosts.on(Site.MY_SITE, "/Folders", Answer.of(200, "{\"value\":[{\"Name\":\"Forms\"}]}"));
        hosts.on(Site.MY_SITE, "select=Language", Answer.of(200, "{\"Language\":1043}"));
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile("", ""));
        assertThat(token(readWithPicture()).location().folder()).isEqualTo("Profielafbeeldingen");
    }

    @Test
    void placeholder_state_hides_the_picture_whatever_the_address_says() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(pictureUrl(ANNA_ID), "1"));
        TargetState state = readWithPicture();
        assertThat(state).isInstanceOf(TargetState.Empty.class);
        assertThat(((TargetState.Empty) state).snapshot().orElseThrow().files()).hasSize(3);
    }

    @Test
    void address_of_a_missing_file_is_no_picture() {
        hosts.on(Site.MY_SITE, "value", Answer.of(404, ScriptedHosts.NOT_FOUND));
        assertThat(readWithPicture()).isInstanceOf(TargetState.Empty.class);
    }

    @Test
    void fingerprint_moves_with_any_of_the_three_files() {
        String before = present().fingerprint();
        for (String size : List.of("L", "M", "S")) {
            hosts.on(Site.MY_SITE, "_" + size + "Thumb", Answer.bytes(new byte[] {7}), Answer.bytes(new byte[] {1, 2, 3
            }));
            assertThat(present().fingerprint()).isNotEqualTo(before);
            assertThat(present().fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void fingerprint_moves_with_the_address() {
        String before = present().fingerprint();
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile("https://elsewhere.example/a.jpg", "0"));
        assertThat(present().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void profile_of_an_earlier_account_of_the_same_name_is_refused() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", profile(ANNA_CLAIM, "cccccccc-0000-0000-0000-000000000003", "", ""));
        assertThat(readWithPicture()).isEqualTo(TargetState.impossible("sharepoint-other-person"));
    }

    @Test
    void earlier_account_is_also_known_by_its_distinguished_name() {
        String earlier = "CN=CCCCCCCC-0000-0000-0000-000000000003,OU=" + TENANT + ",OU=Tenants,OU=MSOnline,DC=X";
        Answer answer = profile(ANNA_CLAIM, "", "", "");
        String named = new String(answer.body(), StandardCharsets.UTF_8)
                .replace(
                        "\"UserProfileProperties\":[",
                        "\"UserProfileProperties\":[{\"Key\":\"SPS-DistinguishedName\"," + "\"Value\":\"" + earlier
                                + "\"},");
        hosts.on(Site.ADMIN, "GetPropertiesFor", Answer.of(200, named));
        assertThat(readWithPicture()).isEqualTo(TargetState.impossible("sharepoint-other-person"));
        hosts.on(Site.ADMIN, "GetPropertiesFor", Answer.of(200, named.replace("CCCCCCCC-", "Anna Berg-")));
        assertThat(readWithPicture()).isInstanceOf(TargetState.Empty.class);
    }

    @Test
    void profile_of_another_geography_is_refused() {
        Answer here = profile("", "");
        Answer there = Answer.of(
                200,
                new String(here.body(), StandardCharsets.UTF_8)
                        .replace(hosts.url(Site.MY_SITE) + "/", "https://contosoeur-my.sharepoint.com:443/"));
        hosts.on(Site.ADMIN, "GetPropertiesFor", there);
        assertThat(readWithPicture()).isEqualTo(TargetState.impossible("sharepoint-other-geo"));
    }

    @Test
    void unchanged_state_is_read_with_declared_costs_only() {
        SharePointTarget target = target();
        read(target);
        int before =
                hosts.received(Site.ADMIN).size() + hosts.received(Site.MY_SITE).size();
        ScriptedCallContext keeping = ScriptedCallContext.keeping(target.rateLimits());
        target.readStates(List.of(TargetRequest.of(anna())), keeping);
        assertThat(keeping.spent("people-manager")).isEqualTo(1);
        assertThat(keeping.spent("ru"))
                .isEqualTo(2L
                        * (hosts.received(Site.ADMIN).size()
                                + hosts.received(Site.MY_SITE).size()
                                - before));
        assertThat(keeping.inFlight()).isZero();
    }

    @Test
    void failure_of_one_person_leaves_the_others() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", Answer.of(400, "{\"odata.error\":{\"code\":\"-1\"}}"), NO_PROFILE);
        List<TargetState> states = target().readStates(
                        List.of(TargetRequest.of(anna()), TargetRequest.of(account("2", "ben@contoso.com"))), call);
        assertThat(states.get(0)).isInstanceOf(TargetState.Failed.class);
        assertThat(states.get(1)).isInstanceOf(TargetState.Impossible.class);
    }

    @Test
    void throttling_in_mid_batch_loses_no_result() {
        hosts.on(Site.ADMIN, "GetPropertiesFor", NO_PROFILE, Answer.of(429, "").with("Retry-After", "5"));
        List<TargetState> states = target().readStates(
                        List.of(
                                TargetRequest.of(anna()),
                                TargetRequest.of(account("2", "ben@contoso.com")),
                                TargetRequest.of(account("3", "cy@contoso.com"))),
                        call);
        assertThat(states.get(0)).isInstanceOf(TargetState.Impossible.class);
        assertThat(states.get(1)).isInstanceOf(TargetState.Failed.class);
        assertThat(states.get(2)).isInstanceOf(TargetState.NotAttempted.class);
    }

    @Test
    void cancelled_look_throws_before_anything_was_read() {
        Assertions.assertThatThrownBy(
                        () -> target().readStates(List.of(TargetRequest.of(anna())), ScriptedCallContext.cancelled()))
                .isInstanceOf(CancellationException.class);
        assertThat(hosts.received(Site.ADMIN)).isEmpty();
    }
}

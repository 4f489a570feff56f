package org.photobridge.simulator.sharepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.photobridge.simulator.sharepoint.SharePointClient.encoded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.SimulatorOptions;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.PhotoShape;
import org.photobridge.simulator.http.Site;

class PhotoServingIT {
    private static final String PAGE = "/_layouts/15/userphoto.aspx?";

    private static M365Simulator simulator;
    private SharePointClient root;

    @BeforeAll
    static void start() {
        simulator = M365Simulator.start(SimulatorOptions.defaults());
    }

    /** Tests put the clock forward, and tokens expire by it. */
    @BeforeEach
    void signIn() {
        root = SharePointClient.of(simulator, Site.ROOT);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void the_page_serves_each_size_by_sign_in_name_and_by_claim() throws Exception {
        Person carla = simulator.tenant().named("carla.rossi");
        for (String query : new String[] {
            "accountname=" + encoded(carla.claim()),
            "UserName=" + encoded(carla.userPrincipalName()),
            "url=" + encoded(picture(carla).get("PictureURL"))
        }) {
            assertThat(width(root.get(PAGE + "size=L&" + query))).as(query).isEqualTo(200);
            assertThat(width(root.get(PAGE + "size=s&" + query))).as(query).isEqualTo(48);
        }
    }

    @Test
    void whoever_has_no_picture_to_show_has_a_placeholder_and_a_200() {
        for (String alias : new String[] {
            "no.photo", "no.profile", "nobody.at.all", "placeholder.state", "elsewhere.url", "files.gone"
        }) {
            HttpResponse<byte[]> answer = root.get(PAGE + "size=M&accountname=" + alias + "@contoso.onmicrosoft.com");
            assertThat(answer.statusCode()).as(alias).isEqualTo(200);
            assertThat(answer.body()).as(alias).isEqualTo(Placeholder.png(ThumbnailSize.M));
        }
    }

    @Test
    void somebody_elses_picture_is_served_as_the_profile_says() {
        Person simon = simulator.tenant().named("somebody.else");
        Person anna = simulator.tenant().named("anna.berg");
        assertThat(page(simon, "&t=9")).isEqualTo(page(anna, "&t=9"));
    }

    @Test
    void an_address_that_does_not_change_shows_the_old_picture_until_the_cache_forgets() {
        Person turned = simulator.tenant().named("turned.photo");
        byte[] old = page(turned, "&t=1");
        byte[] other = simulator.sharePoint().file(thumbnail("anna.berg")).orElseThrow();
        simulator.sharePoint().putFile(thumbnail("turned.photo"), other);
        assertThat(page(turned, "&t=1")).isEqualTo(old);
        assertThat(page(turned, "&t=2")).isEqualTo(other);
        simulator.clock().advance(Duration.ofMinutes(11));
        assertThat(page(turned, "&t=1")).isEqualTo(other);
    }

    @Test
    void people_without_a_mailbox_are_shown_another_picture_when_the_tenant_is_set_so() throws Exception {
        Person grace = simulator.tenant().named("grace_fabrikam.com#EXT#");
        byte[] own = page(grace, "&t=own");
        simulator.sharePoint().showPeopleSystemPictures(true);
        try {
            byte[] other = page(grace, "&t=people");
            assertThat(other).isNotEqualTo(own);
            assertThat(width(other)).isEqualTo(200);
        } finally {
            simulator.sharePoint().showPeopleSystemPictures(false);
        }
    }

    @Test
    void the_detour_by_the_private_cdn_ages() {
        simulator.sharePoint().redirectPhotosToCdn(Optional.of(Duration.ofMinutes(5)));
        try {
            HttpResponse<byte[]> redirect = root.get(PAGE + "size=L&accountname=no.photo@contoso.onmicrosoft.com");
            assertThat(redirect.statusCode()).isEqualTo(302);
            String target = redirect.headers().firstValue("Location").orElseThrow();
            assertThat(root.get(target).statusCode()).isEqualTo(200);
            simulator.clock().advance(Duration.ofMinutes(6));
            HttpResponse<byte[]> aged = root.get(target);
            assertThat(aged.statusCode()).isEqualTo(403);
            assertThat(SharePointClient.text(aged)).contains("Time-Limited URL validation failed");
        } finally {
            simulator.sharePoint().redirectPhotosToCdn(Optional.empty());
        }
    }

    @Test
    void a_visit_pulls_the_picture_of_exchange_once_a_day() throws Exception {
        Person ben = simulator.tenant().named("ben.okafor");
        assertThat(simulator.sharePoint().visit(ben)).isEqualTo(PullOutcome.PULLED);
        Map<String, String> properties = picture(ben);
        assertThat(properties.get("PictureURL")).endsWith(ben.objectId() + "_MThumb.jpg");
        assertThat(properties).containsEntry("SPS-PicturePlaceholderState", "0");
        assertThat(properties).containsEntry("SPS-PictureExchangeSyncState", "1");
        assertThat(Long.parseLong(properties.get("SPS-PictureTimestamp")))
                .isCloseTo(simulator.clock().instant().getEpochSecond() + 62_135_596_800L, within(60L));
        byte[] pulled = page(ben, "&t=pulled");
        assertThat(width(pulled)).isEqualTo(200);
        simulator.tenant().photos().replace(ben);
        assertThat(simulator.sharePoint().visit(ben)).isEqualTo(PullOutcome.PULLED_RECENTLY);
        simulator.clock().advance(Duration.ofHours(25));
        assertThat(simulator.sharePoint().visit(ben)).isEqualTo(PullOutcome.PULLED);
        signIn();
        byte[] again = page(ben, "&t=again");
        assertThat(width(again)).isEqualTo(200);
        assertThat(again).isNotEqualTo(pulled);
    }

    @Test
    void what_keeps_a_picture_from_being_pulled_is_told() {
        assertThat(visit("no.photo")).isEqualTo(PullOutcome.NO_PHOTO_IN_EXCHANGE);
        assertThat(visit("no.profile")).isEqualTo(PullOutcome.NO_PROFILE);
        assertThat(visit("disabled.account")).isEqualTo(PullOutcome.SIGN_IN_BLOCKED);
        assertThat(visit("onprem.mailbox")).isEqualTo(PullOutcome.NO_MAILBOX);
        assertThat(visit("huge.png")).isEqualTo(PullOutcome.PHOTO_UNREADABLE);
        assertThat(visit("huge.png")).isEqualTo(PullOutcome.FAILED_RECENTLY);
    }

    @Test
    void a_sync_state_of_0_protects_nothing_unless_the_tenant_is_set_so() {
        Person larger = simulator.tenant().named("png.photo");
        simulator.sharePoint().setProperty(larger, "SPS-PictureExchangeSyncState", "0");
        PullRules usual = simulator.sharePoint().pullRules();
        simulator.sharePoint().setPullRules(new PullRules(usual.guard(), usual.errorBackOff(), true, true, false));
        try {
            assertThat(simulator.sharePoint().visit(larger)).isEqualTo(PullOutcome.SYNC_STATE_OFF);
        } finally {
            simulator.sharePoint().setPullRules(usual);
        }
        assertThat(simulator.sharePoint().visit(larger)).isEqualTo(PullOutcome.PULLED);
    }

    @Test
    void a_failed_pull_is_not_tried_again_for_twelve_hours() {
        Person daniel = simulator.tenant().named("daniel.o'hara");
        simulator.tenant().photos().reshape(daniel, PhotoShape.CORRUPT);
        assertThat(visit("daniel.o'hara")).isEqualTo(PullOutcome.PHOTO_UNREADABLE);
        simulator.tenant().photos().replace(daniel);
        simulator.clock().advance(Duration.ofHours(11));
        assertThat(visit("daniel.o'hara")).isEqualTo(PullOutcome.FAILED_RECENTLY);
        simulator.clock().advance(Duration.ofMinutes(61));
        assertThat(visit("daniel.o'hara")).isEqualTo(PullOutcome.PULLED);
    }

    @Test
    void a_guard_of_72_hours_holds_for_72_hours() {
        PullRules usual = simulator.sharePoint().pullRules();
        simulator
                .sharePoint()
                .setPullRules(new PullRules(Duration.ofHours(72), usual.errorBackOff(), true, false, false));
        try {
            assertThat(visit("smaller.copy")).isEqualTo(PullOutcome.PULLED);
            simulator.clock().advance(Duration.ofHours(71));
            assertThat(visit("smaller.copy")).isEqualTo(PullOutcome.PULLED_RECENTLY);
            simulator.clock().advance(Duration.ofMinutes(61));
            assertThat(visit("smaller.copy")).isEqualTo(PullOutcome.PULLED);
        } finally {
            simulator.sharePoint().setPullRules(usual);
        }
    }

    @Test
    void the_regression_of_2021_writes_blank_pictures_over_good_ones_and_says_that_all_is_well() throws Exception {
        Person account = simulator.tenant().named("account.form");
        byte[] good = page(account, "&t=good");
        PullRules usual = simulator.sharePoint().pullRules();
        simulator.sharePoint().setPullRules(new PullRules(usual.guard(), usual.errorBackOff(), true, false, true));
        try {
            assertThat(visit("account.form")).isEqualTo(PullOutcome.PULLED);
        } finally {
            simulator.sharePoint().setPullRules(usual);
        }
        byte[] blank = page(account, "&t=blank");
        assertThat(blank).isNotEqualTo(good);
        assertThat(colours(blank)).isLessThan(colours(good) / 4);
        assertThat(picture(account))
                .containsEntry("SPS-PicturePlaceholderState", "0")
                .containsEntry("SPS-PictureExchangeSyncState", "1");
        simulator.clock().advance(Duration.ofHours(25));
        assertThat(visit("account.form")).isEqualTo(PullOutcome.PULLED);
        signIn();
        assertThat(colours(page(account, "&t=mended"))).isGreaterThan(colours(blank) * 4);
    }

    /** How many different ones there are, coarsely. */
    private static long colours(byte[] picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xF8F8F8)
                .distinct()
                .count();
    }

    private static PullOutcome visit(String alias) {
        return simulator.sharePoint().visit(simulator.tenant().named(alias));
    }

    private static Map<String, String> picture(Person person) {
        return simulator.sharePoint().profile(person).orElseThrow();
    }

    private static String thumbnail(String alias) {
        return simulator.sharePoint().picturesFolder() + "/"
                + simulator.tenant().named(alias).objectId() + "_LThumb.jpg";
    }

    private byte[] page(Person person, String more) {
        return root.get(PAGE + "size=L&accountname=" + encoded(person.userPrincipalName()) + more)
                .body();
    }

    private static int width(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return width(answer.body());
    }

    private static int width(byte[] picture) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
    }
}

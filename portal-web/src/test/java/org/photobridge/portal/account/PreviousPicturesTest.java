package org.photobridge.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.engine.Rules;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.job.BeforeImages;
import org.photobridge.portal.job.PreviewRepository;
import org.photobridge.portal.job.SeenPeopleRepository;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.Who;
import org.photobridge.portal.platform.KeepingRepository;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.SecretBox;
import org.photobridge.portal.security.AccessRefusedException;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.test.BothDatabases;
import org.photobridge.portal.test.Limits;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;
import org.photobridge.spi.Account;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.testkit.Portraits;

class PreviousPicturesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final byte[] NO_PICTURE = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
    private static final Plan PLAN = new Plan(
            Limits.PLAN,
            0,
            "Everybody",
            Limits.SOURCE,
            Limits.TARGET,
            true,
            false,
            Who.EVERYBODY,
            Rules.defaults(),
            Optional.empty());

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final KeyRing keys = TestKeys.fresh();
    private final ViewedPictures viewed = new ViewedPictures(clock);

    @BothDatabases
    void the_largest_picture_is_shown_made_anew_and_the_look_is_in_the_audit(TestDatabase database) {
        byte[] large = Portraits.jpeg("anna", 300);
        keep(database, 7, Map.of("S", Portraits.jpeg("anna", 48), "L", large, "notes", NO_PICTURE));

        operator().as(() -> {
            PreviousPicture previous = pictures(database).view(PLAN, "anna", 7).orElseThrow();

            assertThat(previous.getPixels()).isEqualTo(300);
            assertThat(previous.isNothing()).isFalse();
            String token = previous.getAddress().substring("/pictures?previous=".length());
            assertThat(service(database).previous(token).orElseThrow().jpeg())
                    .startsWith(0xff, 0xd8, 0xff)
                    .isNotEqualTo(large);
        });
        assertThat(entries(database)).containsExactly("operator USER person anna Anna run 7");
    }

    @BothDatabases
    void nothing_and_nothing_that_can_be_shown_are_told_apart(TestDatabase database) {
        keep(database, 7, Map.of());
        keep(database, 8, Map.of("L", NO_PICTURE));

        operator().as(() -> {
            PreviousPicture nothing = pictures(database).view(PLAN, "anna", 7).orElseThrow();
            PreviousPicture unshown = pictures(database).view(PLAN, "anna", 8).orElseThrow();

            assertThat(nothing.isNothing()).isTrue();
            assertThat(unshown.isNothing()).isFalse();
            assertThat(nothing.getAddress() + unshown.getAddress()).isEmpty();
        });
        assertThat(entries(database)).hasSize(2);
    }

    @BothDatabases
    void nobody_is_shown_what_they_may_not_see_or_what_is_kept_no_more(TestDatabase database) {
        keep(database, 7, Map.of("L", Portraits.jpeg("anna", 300)));

        Limits.helpdesk(database, "budi")
                .as(() -> assertThat(pictures(database).view(PLAN, "anna", 7)).isEmpty());
        operator().as(() -> assertThat(pictures(database).view(PLAN, "anna", 8)).isEmpty());
        caller(Role.VIEWER)
                .as(() -> assertThatThrownBy(() -> pictures(database).view(PLAN, "anna", 7))
                        .isInstanceOf(AccessRefusedException.class));
        assertThat(entries(database)).isEmpty();
    }

    @BothDatabases
    void what_one_has_opened_is_for_nobody_else(TestDatabase database) {
        keep(database, 7, Map.of("L", Portraits.jpeg("anna", 300)));
        String token = operator()
                .asking(() -> pictures(database)
                        .view(PLAN, "anna", 7)
                        .orElseThrow()
                        .token()
                        .orElseThrow());

        Limits.helpdesk(database, "anna")
                .as(() -> assertThat(service(database).previous(token)).isEmpty());
        operator().as(() -> assertThat(service(database).previous(token)).isPresent());
    }

    private void keep(TestDatabase database, long run, Map<String, byte[]> files) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        new SeenPeopleRepository(jdbi).seen(Limits.SOURCE, List.of(Account.of("anna", "Anna")), NOON);
        BeforeImages.keep(jdbi, store(jdbi), run, Limits.TARGET, "anna", TargetSnapshot.of(files, Map.of()));
    }

    private PreviousPictures pictures(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        return new PreviousPictures(
                new PersonRepository(jdbi), store(jdbi), viewed, new Audit(database.dataSource(), clock, keys));
    }

    private PictureService service(TestDatabase database) {
        Jdbi jdbi = Jdbi.create(database.dataSource());
        LiveReadings none = new LiveReadings(new AtOnce(), clock);
        return new PictureService(new PreviewRepository(jdbi, clock), none, viewed, new PersonRepository(jdbi));
    }

    private BeforeImageRepository store(Jdbi jdbi) {
        return new BeforeImageRepository(
                jdbi, new SecretBox(keys), clock, new KeepingRepository(jdbi, clock, name -> Optional.empty()));
    }

    private static List<String> entries(TestDatabase database) {
        return Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery("""
                        select concat_ws(' ', actor_name, actor_kind, subject_kind, subject_id, subject_name, after_value)
                        from audit_entry where action = 'picture.viewed-previous' order by id""").mapTo(String.class).list());
    }

    private static Caller operator() {
        return caller(Role.OPERATOR);
    }

    private static Caller caller(Role role) {
        return new Caller(Actor.user("operator"), Set.of(role), Optional.empty(), Optional.empty());
    }
}

package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.spi.Account;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.SourcePhoto;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;

class GlanceTest {

    private static final long PLAN = 1;
    private static final Account ANNA = Account.of("anna", "Anna");
    private static final PhotoState UNKNOWN = PhotoState.unknown("anna", "anna", PLAN);
    private static final Portrait RED = portrait(Color.RED);
    private static final Portrait BLUE = portrait(Color.BLUE);
    private static final Failure DOWN = Failure.of(ErrorCategory.UNAVAILABLE, "down", "It is down");

    private final Glance glance = new Glance(PLAN, Rules.defaults(), 200, Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void the_same_picture_in_both_systems_is_in_sync() {
        assertThat(at(sight(found(), Optional.of(RED), present(), Optional.of(RED.look()))))
                .isEqualTo(new Glance.Found(Condition.IN_SYNC, Optional.empty()));
    }

    @Test
    void another_picture_is_out_of_date_and_none_is_missing() {
        assertThat(at(sight(found(), Optional.of(RED), present(), Optional.of(BLUE.look())))
                        .condition())
                .isEqualTo(Condition.OUT_OF_DATE);
        assertThat(at(sight(found(), Optional.of(RED), TargetState.empty(TargetToken.NONE), Optional.empty()))
                        .condition())
                .isEqualTo(Condition.MISSING_IN_TARGET);
    }

    @Test
    void a_target_that_cannot_hold_a_picture_says_why() {
        assertThat(at(sight(found(), Optional.of(RED), TargetState.impossible("no-profile"), Optional.empty())))
                .isEqualTo(new Glance.Found(Condition.NOT_ELIGIBLE, Optional.of("no-profile")));
    }

    @Test
    void a_system_that_fails_is_a_failure_and_never_an_absence() {
        assertThat(at(sight(PhotoResult.failed(DOWN), Optional.empty(), present(), Optional.empty())))
                .isEqualTo(new Glance.Found(Condition.FAILED, Optional.of("down")));
        assertThat(at(sight(found(), Optional.of(RED), TargetState.failed(DOWN), Optional.empty())))
                .isEqualTo(new Glance.Found(Condition.FAILED, Optional.of("down")));
    }

    @Test
    void no_picture_in_the_source_is_said_with_its_code() {
        assertThat(at(sight(PhotoResult.absent("no-photo"), Optional.empty(), present(), Optional.empty())))
                .isEqualTo(new Glance.Found(Condition.NO_SOURCE_PHOTO, Optional.of("no-photo")));
    }

    @Test
    void who_is_protected_excluded_or_not_eligible_is_left_out_whatever_the_pictures_are() {
        Glance.Sight differs = sight(found(), Optional.of(RED), present(), Optional.of(BLUE.look()));

        assertThat(glance.at(ANNA, UNKNOWN, true, differs).reason()).contains("protected");
        assertThat(with(Rules.defaults().excludingAccounts(Set.of("anna")))
                        .at(ANNA, UNKNOWN, false, differs)
                        .reason())
                .contains("excluded");
        Account guest = ANNA.withFacts(Set.of(EligibilityFact.GUEST));
        assertThat(glance.at(guest, UNKNOWN, false, differs))
                .isEqualTo(new Glance.Found(Condition.NOT_ELIGIBLE, Optional.of("guest")));
    }

    private static Glance with(Rules rules) {
        return new Glance(PLAN, rules, 200, Instant.parse("2026-11-22T10:00:00Z"));
    }

    private Glance.Found at(Glance.Sight sight) {
        return glance.at(ANNA, UNKNOWN, false, sight);
    }

    private static Glance.Sight sight(
            PhotoResult photo, Optional<Portrait> portrait, TargetState target, Optional<Look> look) {
        return new Glance.Sight(photo, portrait, Optional.empty(), target, look);
    }

    private static PhotoResult found() {
        return PhotoResult.found(SourcePhoto.of(new byte[] {1}, "f1"));
    }

    private static TargetState present() {
        return TargetState.present("t1", TargetToken.NONE);
    }

    private static Portrait portrait(Color colour) {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 200, 200);
        graphics.dispose();
        return new Portrait(image, 200);
    }
}

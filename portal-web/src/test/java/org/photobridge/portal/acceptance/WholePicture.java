package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.photobridge.portal.engine.image.Look;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;

/** What a person's picture must be in SharePoint after a sync: three thumbnails of it, four properties. */
final class WholePicture {
    private static final Map<String, Integer> SIDES = Map.of("S", 48, "M", 72, "L", 200);
    private static final long YEAR_1_TO_1970 = 62_135_596_800L;
    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    /** Different people begin at 28. */
    private static final double SOMEBODY_ELSE = 25;

    private static final PictureReader READER = new PictureReader(200);

    private final M365Simulator tenant;
    private final Map<String, Look> looks = new HashMap<>();

    WholePicture(M365Simulator tenant) {
        this.tenant = tenant;
    }

    /** @param urlBefore what PictureURL was, as a file name of the person's own is kept */
    void assertIsThere(Person person, String urlBefore) throws PictureRefused {
        for (Map.Entry<String, Integer> size : SIDES.entrySet()) {
            assertThat(READER.read(InSharePoint.thumbnail(tenant, person, size.getKey()))
                            .side())
                    .as("%s of %s", size.getKey(), person.userPrincipalName())
                    .isEqualTo(size.getValue());
        }
        assertLooksLikeThemselves(person);
        assertProperties(person, InSharePoint.properties(tenant, person), urlBefore);
    }

    /** In every size the picture that Exchange has of this person, and not that of the next one. */
    void assertLooksLikeThemselves(Person person) throws PictureRefused {
        Look own = look(person);
        Look neighbour = look(neighbour(person));
        for (String size : SIDES.keySet()) {
            Look shown =
                    READER.read(InSharePoint.thumbnail(tenant, person, size)).look();
            double distance = shown.distance(own);
            assertThat(distance)
                    .as("%s of %s against the next person's", size, person.userPrincipalName())
                    .isLessThan(shown.distance(neighbour));
            // The smallest has as many pixels as a look, and each of its JPEG blocks is one of the look's.
            assertThat(size.equals("S") || distance < SOMEBODY_ELSE)
                    .as("%s of %s against their own: %s", size, person.userPrincipalName(), distance)
                    .isTrue();
        }
    }

    private Look look(Person person) throws PictureRefused {
        String version = person.objectId()
                + tenant.tenant().photos().photo(person).orElseThrow().etag();
        if (!looks.containsKey(version)) {
            byte[] current = tenant.tenant().photos().current(person).orElseThrow();
            looks.put(version, READER.read(current).look());
        }
        return looks.get(version);
    }

    private void assertProperties(Person person, Map<String, String> now, String urlBefore) {
        String who = person.userPrincipalName();
        assertThat(now.get(InSharePoint.URL))
                .as(who)
                .isEqualTo(tenant.mySiteUrl() + "/User%20Photos/Profile%20Pictures/" + base(person, urlBefore)
                        + "_MThumb.jpg");
        assertThat(now.get(InSharePoint.PLACEHOLDER)).as(who).isEqualTo("0");
        assertThat(now.get(InSharePoint.SYNC_STATE)).as(who).isEqualTo("1");
        Instant written = Instant.ofEpochSecond(Long.parseLong(now.get(InSharePoint.TIMESTAMP)) - YEAR_1_TO_1970);
        assertThat(Duration.between(written, tenant.clock().instant()).abs())
                .as("%s of %s", written, who)
                .isLessThan(JUST_NOW);
    }

    private static String base(Person person, String urlBefore) {
        String account = InSharePoint.accountForm(person).replace("'", "%27");
        return urlBefore.replace("'", "%27").contains("/" + account + "_") ? account : person.objectId();
    }

    /** The next one in the directory of whom there is a picture that can be compared with. */
    private Person neighbour(Person person) {
        return tenant.tenant()
                .people()
                .skip(person.index() + 1L)
                .filter(next -> tenant.tenant().photos().shape(next).isUsable())
                .findFirst()
                .orElseGet(() -> tenant.tenant().named("anna.berg"));
    }
}

package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.photobridge.portal.acceptance.PortalApi.Ask;
import org.photobridge.portal.acceptance.PortalApi.Said;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;

/** Five hundred people in one run: whoever has a picture gets it, and not somebody else's. */
@ExtendWith(WholePortal.Here.class)
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class EverybodyIT {
    private final M365Simulator tenant;
    private final PortalApi api;

    EverybodyIT(WholePortal portal) {
        this.tenant = portal.large();
        this.api = portal.api();
    }

    @Test
    void five_hundred_people_are_synced_before_everybody_s_eyes_and_each_gets_their_own_picture() throws Exception {
        Map<String, String> urls = tenant.tenant()
                .people()
                .collect(Collectors.toMap(
                        Person::objectId,
                        person -> InSharePoint.properties(tenant, person).get(InSharePoint.URL)));
        List<Long> done = new ArrayList<>();

        RunSeen run = api.await(api.submit(Ask.of("sync", "all").by(WholePortal.LARGE)), seen -> {
            done.add(seen.counts().values().stream().mapToLong(Long::longValue).sum());
            return seen.stands();
        });

        assertThat(run.isEnded()).as(run.toString()).isTrue();
        assertThat(done).isSorted().endsWith((long) tenant.tenant().size());
        assertThat(done.stream().filter(count -> count > 0 && count < 500).distinct())
                .as("counts that were seen rising")
                .hasSizeGreaterThan(2);
        assertThat(run.count("UPDATED")).isGreaterThan(250);
        Map<String, Said> outcomes = api.outcomes(run.id());
        WholePicture picture = new WholePicture(tenant);
        long same = 0;
        for (Person person : tenant.tenant().people().toList()) {
            String outcome = Optional.ofNullable(outcomes.get(person.objectId()))
                    .map(Said::outcome)
                    .orElse("UNCHANGED");
            if (outcome.equals("UPDATED")) {
                picture.assertIsThere(person, urls.get(person.objectId()));
            } else if (outcome.equals("UNCHANGED")) {
                picture.assertLooksLikeThemselves(person);
                same++;
            }
        }
        assertThat(same).isEqualTo(run.count("UNCHANGED")).isGreaterThan(100);
    }
}

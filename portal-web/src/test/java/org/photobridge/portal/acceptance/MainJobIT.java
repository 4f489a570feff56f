package org.photobridge.portal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.photobridge.portal.acceptance.PortalApi.Ask;
import org.photobridge.portal.acceptance.PortalApi.Said;
import org.photobridge.portal.test.OwnProcess;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Group;
import org.photobridge.simulator.directory.Person;

/** One person, a group, everybody: what a run leaves in SharePoint, and what it asks Microsoft 365 for. */
@ExtendWith(WholePortal.Here.class)
@OwnProcess
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class MainJobIT {
    /** In 2023: SharePoint asks Exchange once a day. */
    private static final String LONG_AGO = "63811584000";

    private final M365Simulator tenant;
    private final PortalApi api;
    private final Traffic traffic;
    private final WholePicture picture;

    MainJobIT(WholePortal portal) {
        this.tenant = portal.tenant();
        this.api = portal.api();
        this.traffic = new Traffic(tenant);
        this.picture = new WholePicture(tenant);
    }

    @Test
    void one_person_gets_three_thumbnails_and_four_properties_and_undo_gives_the_state_before() throws Exception {
        Person anna = withNewPicture("anna.berg");
        InSharePoint before = InSharePoint.of(tenant, anna);

        RunSeen synced = api.run(Ask.of("sync", "account", anna.objectId()));

        assertThat(synced.state()).as(synced.toString()).isEqualTo("SUCCEEDED");
        assertThat(synced.counts()).isEqualTo(Map.of("UPDATED", 1L));
        InSharePoint after = InSharePoint.of(tenant, anna);
        picture.assertIsThere(anna, before.url());
        assertThat(after.files()).isNotEqualTo(before.files());
        assertThat(Long.parseLong(after.properties().get(InSharePoint.TIMESTAMP)))
                .isGreaterThan(Long.parseLong(before.properties().get(InSharePoint.TIMESTAMP)));

        assertThat(api.run(Ask.of("undo", "account", anna.objectId())).counts()).isEqualTo(Map.of("UPDATED", 1L));
        assertThat(InSharePoint.of(tenant, anna)).isEqualTo(before);
    }

    @Test
    void undo_of_somebody_s_first_picture_leaves_no_trace_of_it() throws Exception {
        Person ben = withNewPicture("ben.okafor");
        InSharePoint before = withoutPicture(ben);

        RunSeen synced = api.run(Ask.of("sync", "account", ben.objectId()));
        assertThat(synced.counts()).as(synced.toString()).isEqualTo(Map.of("UPDATED", 1L));
        picture.assertIsThere(ben, before.url());

        RunSeen undone = api.run(Ask.of("undo", "account", ben.objectId()));
        assertThat(undone.counts()).as(undone.toString()).isEqualTo(Map.of("REMOVED", 1L));
        assertThat(InSharePoint.of(tenant, ben)).isEqualTo(before);
    }

    @Test
    void members_of_nested_groups_are_synced_and_nobody_else_is_touched() throws Exception {
        Group engineering = tenant.tenant().groups().stream()
                .filter(group -> group.displayName().equals("Engineering"))
                .findFirst()
                .orElseThrow();
        List<Person> all = people(tenant.tenant().members(engineering, true));
        List<Person> direct = people(tenant.tenant().members(engineering, false));
        Person nested = all.stream()
                .filter(person -> !direct.contains(person) && isUsual(person))
                .findFirst()
                .orElseThrow();
        tenant.tenant().photos().replace(nested);
        Map<String, InSharePoint> before = InSharePoint.everybody(tenant);

        RunSeen run = api.run(Ask.of("sync", "group", engineering.id()));

        assertThat(run.isEnded()).as(run.toString()).isTrue();
        assertThat(run.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(all.size());
        assertThat(api.outcomes(run.id()).get(nested.objectId()).outcome()).isEqualTo("UPDATED");
        picture.assertIsThere(nested, before.get(nested.objectId()).url());
        Map<String, InSharePoint> others = new HashMap<>(InSharePoint.everybody(tenant));
        all.forEach(member -> others.remove(member.objectId()));
        assertThat(before).containsAllEntriesOf(others);
    }

    @Test
    void check_and_preview_write_nothing_and_the_preview_s_counts_are_those_of_the_run() throws Exception {
        withNewPicture("anna.berg");
        withNewPicture("zoe.mueller");
        Map<String, InSharePoint> before = InSharePoint.everybody(tenant);
        traffic.fromNow();

        RunSeen check = api.run(Ask.of("check", "all"));
        RunSeen preview = api.run(Ask.of("preview", "all"));

        assertThat(check.counts()).as(check.toString()).isEqualTo(preview.counts());
        assertThat(traffic.toSharePoint()).isNotEmpty();
        assertThat(traffic.writes()).isEmpty();
        assertThat(InSharePoint.everybody(tenant)).isEqualTo(before);

        RunSeen real = api.run(Ask.of("sync", "all").after(preview));

        assertThat(real.isEnded()).as(real.toString()).isTrue();
        assertThat(real.count("UPDATED")).isGreaterThanOrEqualTo(2);
        assertThat(asReal(preview.counts())).isEqualTo(real.counts());
        assertThat(updated(real)).isEqualTo(rewritten(before));
    }

    @Test
    void second_run_over_unchanged_people_downloads_no_photo_and_asks_sharepoint_nothing() throws Exception {
        RunSeen first = everybody();
        Map<String, Said> saidFirst = api.outcomes(first.id());
        assertThat(said(saidFirst, "corrupt.photo")).isEqualTo("FAILED picture-corrupt");
        assertThat(said(saidFirst, "huge.png")).isEqualTo("FAILED picture-too-many-pixels");
        assertThat(said(saidFirst, "no.profile")).isEqualTo("SKIPPED sharepoint-no-profile");
        Map<String, InSharePoint> before = InSharePoint.everybody(tenant);
        traffic.fromNow();

        RunSeen second = everybody();

        assertThat(second.count("UPDATED")).isZero();
        saidFirst.values().removeIf(said -> said.outcome().equals("UPDATED"));
        assertThat(api.outcomes(second.id())).isEqualTo(saidFirst);
        assertThat(traffic.photoDownloads()).isEmpty();
        assertThat(traffic.toSharePoint()).isEmpty();
        assertThat(traffic.toGraph())
                .isNotEmpty()
                .allMatch(line -> line.matches("(GET /v1.0/users\\?.*|POST .*/\\$batch)"));
        assertThat(InSharePoint.everybody(tenant)).isEqualTo(before);
    }

    @Test
    void picture_that_sharepoint_pulled_by_itself_is_in_sync_and_not_rewritten() throws Exception {
        Person carla = withNewPicture("carla.rossi");
        tenant.sharePoint().setProperty(carla, InSharePoint.TIMESTAMP, LONG_AGO);
        tenant.sharePoint().setProperty(carla, InSharePoint.SYNC_STATE, "1");
        assertThat(tenant.sharePoint().visit(carla)).hasToString("PULLED");
        InSharePoint pulled = InSharePoint.of(tenant, carla);
        traffic.fromNow();

        RunSeen run = api.run(Ask.of("sync", "account", carla.objectId()));

        assertThat(run.counts()).as(run.toString()).isEqualTo(Map.of("UNCHANGED", 1L));
        assertThat(traffic.writes()).isEmpty();
        assertThat(InSharePoint.of(tenant, carla)).isEqualTo(pulled);
    }

    /** Syncs everybody, after a preview, so that nothing is held for approval. */
    private RunSeen everybody() throws Exception {
        RunSeen run = api.run(Ask.of("sync", "all"));
        if (run.state().equals("AWAITING_APPROVAL")) {
            api.cancel(run.id());
            run = api.run(Ask.of("sync", "all").after(api.run(Ask.of("preview", "all"))));
        }
        assertThat(run.isEnded()).as(run.toString()).isTrue();
        return run;
    }

    private String said(Map<String, Said> all, String alias) {
        Said said = all.get(tenant.tenant().named(alias).objectId());
        return said.outcome() + " " + said.reason();
    }

    private Person withNewPicture(String alias) {
        Person person = tenant.tenant().named(alias);
        tenant.tenant().photos().replace(person);
        return person;
    }

    private InSharePoint withoutPicture(Person person) {
        InSharePoint now = InSharePoint.of(tenant, person);
        now.files().keySet().forEach(tenant.sharePoint()::deleteFile);
        now.properties().keySet().forEach(name -> tenant.sharePoint().setProperty(person, name, ""));
        return InSharePoint.of(tenant, person);
    }

    private Map<String, String> updated(RunSeen run) throws Exception {
        return api.outcomes(run.id()).entrySet().stream()
                .filter(one -> one.getValue().outcome().equals("UPDATED"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().outcome()));
    }

    private Map<String, String> rewritten(Map<String, InSharePoint> before) {
        return InSharePoint.everybody(tenant).entrySet().stream()
                .filter(now -> !before.get(now.getKey()).equals(now.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, now -> "UPDATED"));
    }

    private static Map<String, Long> asReal(Map<String, Long> planned) {
        return planned.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().replace("WOULD_UPDATE", "UPDATED"), Map.Entry::getValue));
    }

    private List<Person> people(BitSet indexes) {
        return indexes.stream().mapToObj(tenant.tenant()::person).toList();
    }

    private static boolean isUsual(Person person) {
        return person.photo() == org.photobridge.simulator.directory.PhotoShape.EXCHANGE
                && person.standing().accountEnabled()
                && person.standing().mailbox().isInCloud()
                && !person.standing().isGuest();
    }
}

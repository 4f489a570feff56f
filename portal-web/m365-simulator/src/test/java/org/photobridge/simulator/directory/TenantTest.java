package org.photobridge.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.photobridge.simulator.http.SiteUrls;

class TenantTest {
    private final Tenant tenant = tenant(42, 500);

    @Test
    void the_same_seed_makes_the_same_people_and_another_seed_others() {
        assertThat(tenant(42, 500).people().toList()).isEqualTo(tenant.people().toList());
        assertThat(tenant(43, 500).person(0).objectId())
                .isNotEqualTo(tenant.person(0).objectId());
        assertThat(tenant(42, 100_000).person(499)).isEqualTo(tenant.person(499));
    }

    @Test
    void everybody_is_found_by_id_and_by_name() {
        Tenant large = tenant(7, 20_000);
        for (int index = 0; index < large.size(); index += 13) {
            Person person = large.person(index);
            assertThat(large.byObjectId(person.objectId())).contains(person);
            assertThat(large.byUserPrincipalName(person.userPrincipalName().toUpperCase(Locale.ROOT)))
                    .contains(person);
        }
    }

    @Test
    void names_and_ids_are_nobody_elses() {
        Tenant large = tenant(7, 20_000);
        assertThat(large.people().map(Person::userPrincipalName).distinct()).hasSize(20_000);
        assertThat(large.people().map(Person::objectId).distinct()).hasSize(20_000);
    }

    @Test
    void strangers_are_not_found() {
        assertThat(tenant.find("nobody.here@contoso.onmicrosoft.com")).isEmpty();
        assertThat(tenant.find("anna.berg@elsewhere.example")).isEmpty();
        assertThat(tenant.find("00000000-0000-0000-0000-000000000000")).isEmpty();
        assertThat(tenant.find(tenant(42, 501).person(500).objectId())).isEmpty();
    }

    @Test
    void a_renamed_person_is_found_by_the_new_name_alone() {
        Person anna = tenant.named("anna.berg");
        tenant.change(anna.withUserPrincipalName("anna.lund@contoso.onmicrosoft.com"));
        assertThat(tenant.find("anna.lund@contoso.onmicrosoft.com").map(Person::objectId))
                .contains(anna.objectId());
        assertThat(tenant.find("anna.berg@contoso.onmicrosoft.com")).isEmpty();
    }

    @Test
    void about_three_fifths_of_the_pictures_are_stale_or_missing_in_sharepoint() {
        List<Person> pictured =
                tenant.people().filter(person -> person.photo().isUsable()).toList();
        long behind = pictured.stream()
                .filter(person -> !person.sharePoint().isInSync())
                .count();
        assertThat(behind * 100.0 / pictured.size()).isBetween(55.0, 66.0);
    }

    @Test
    void twelve_groups_are_nested_dynamic_hidden_and_empty() {
        assertThat(tenant.groups()).hasSize(12);
        Map<String, Group> byName =
                tenant.groups().stream().collect(Collectors.toMap(Group::displayName, group -> group));
        assertThat(tenant.members(byName.get("Future hires"), true).isEmpty()).isTrue();
        assertThat(byName.get("Leadership").hidden()).isTrue();
        BitSet direct = tenant.members(byName.get("Engineering"), false);
        BitSet all = tenant.members(byName.get("Engineering"), true);
        assertThat(direct.isEmpty()).isFalse();
        assertThat(all.cardinality()).isGreaterThan(direct.cardinality());
        assertThat(tenant.groupsIn(byName.get("Engineering"), true)).hasSize(3);
    }

    @Test
    void hostile_names_are_as_hostile_as_they_should_be() {
        assertThat(tenant.named("hostile.direction").displayName()).contains("\u202E");
        assertThat(tenant.named("hostile.lines").displayName()).contains("\r\n");
        assertThat(tenant.named("hostile.formula").displayName()).startsWith("=HYPERLINK(");
    }

    private static Tenant tenant(long seed, int size) {
        return new Tenant(seed, size, SiteLocale.EN, new SiteUrls(Map.of()));
    }
}

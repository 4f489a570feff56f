package org.photobridge.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.security.Admission.Verdict;
import org.photobridge.portal.test.TestDatabase;
import org.photobridge.portal.test.TestKeys;
import org.photobridge.spi.Secret;

/** Who may come in because an OpenID provider vouches for them, and what becomes of those whom it doesn't any more. */
class AdmissionServiceTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final PeopleLimit JAKARTA = new PeopleLimit(7, "group-1", "Jakarta");
    private static final PeopleLimit BERLIN = new PeopleLimit(7, "group-2", "Berlin");

    private final TestDatabase database = TestDatabase.h2();
    private final UsersInMemory users = new UsersInMemory();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final AdmissionService admission =
            new AdmissionService(users, new Audit(database.dataSource(), clock, TestKeys.fresh()), clock);

    private String limits = "";

    @Test
    void whoever_is_given_no_role_any_more_loses_what_earlier_sign_ins_gave() {
        admit("Operator");
        PortalUser anna = anna();
        assertThat(anna.isEnabled()).isTrue();

        assertThat(admit("Something.Else").verdict()).isEqualTo(Verdict.NO_ROLE);

        assertThat(anna.isEnabled()).isFalse();
        assertThat(anna.isDisabled()).as("by an admin").isFalse();
        assertThat(anna.sessionsValidFrom()).hasValue(NOON);
        assertThat(audited("user.withdrawn"))
                .containsExactly("role=OPERATOR, limit=none -> role=OPERATOR, limit=none, withdrawn: OpenID: no-role");
        admit();
        assertThat(audited("user.withdrawn")).as("once").hasSize(1);
        assertThat(audited("user.sign-in-refused")).hasSize(2);
    }

    @Test
    void a_role_that_is_given_again_opens_the_account_again() {
        admit("Operator");
        admit();

        assertThat(admit("Viewer").verdict()).isEqualTo(Verdict.ADMITTED);

        assertThat(anna().isEnabled()).isTrue();
        assertThat(anna().roles()).containsExactly(Role.VIEWER);
        assertThat(audited("user.changed"))
                .containsExactly(
                        "role=OPERATOR, limit=none, withdrawn -> role=VIEWER, limit=none: OpenID: https://idp");
    }

    @Test
    void an_account_that_an_admin_disabled_stays_so_whatever_the_provider_says() {
        admit("Operator");
        anna().enable(false);

        assertThat(admit("Admin").verdict()).isEqualTo(Verdict.DISABLED);
        assertThat(admit().verdict()).isEqualTo(Verdict.NO_ROLE);
        anna().enable(true);

        assertThat(anna().isEnabled()).as("without a role").isFalse();
        assertThat(anna().roles()).containsExactly(Role.OPERATOR);
    }

    @Test
    void whose_groups_are_left_out_is_told_so_and_gets_in_no_more_than_without_a_role() {
        admit("Operator");
        OpenIdPerson crowded = new OpenIdPerson(
                "https://idp", "subject", "anna@contoso.com", "Anna", List.of(), true, Secret.of("id token"));

        assertThat(admission.admit(crowded, settings()).verdict()).isEqualTo(Verdict.TOO_MANY_GROUPS);

        assertThat(anna().isEnabled()).isFalse();
        assertThat(audited("user.sign-in-refused").get(0)).endsWith("OpenID: too-many-groups");
    }

    @Test
    void once_there_are_limits_nobody_without_one_sees_everybody() {
        admit("Operator");
        limits = "Helpdesk.ID=7/group-1/Jakarta";

        assertThat(admit("Operator").verdict()).isEqualTo(Verdict.NO_LIMIT);
        assertThat(anna().isEnabled()).isFalse();
        assertThat(admit("Operator", "Helpdesk.ID").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(anna().limit()).hasValue(JAKARTA);
        assertThat(admit("Operator").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(anna().limit()).as("kept where nothing is said").hasValue(JAKARTA);
        assertThat(admit("Admin").verdict()).as("sees everybody by role").isEqualTo(Verdict.ADMITTED);
        assertThat(anna().limit()).isEmpty();
    }

    @Test
    void a_limit_set_by_hand_stays_until_the_provider_gives_another() {
        limits = "Helpdesk.ID=7/group-1/Jakarta, *=everybody";
        admit("Operator");
        assertThat(anna().limit()).isEmpty();
        anna().limitTo(Optional.of(BERLIN));

        admit("Operator");
        assertThat(anna().limit()).hasValue(BERLIN);

        admit("Operator", "Helpdesk.ID");
        assertThat(anna().limit()).hasValue(JAKARTA);
    }

    @Test
    void whoever_was_admin_for_a_while_has_the_limit_of_before_again() {
        admit("Operator");
        anna().limitTo(Optional.of(BERLIN));

        admit("Admin");
        assertThat(anna().limit()).isEmpty();
        admit("Operator");

        assertThat(anna().limit()).hasValue(BERLIN);
    }

    private Admission admit(String... values) {
        return admission.admit(
                new OpenIdPerson(
                        "https://idp",
                        "subject",
                        "anna@contoso.com",
                        "Anna",
                        List.of(values),
                        false,
                        Secret.of("id token")),
                settings());
    }

    private PortalUser anna() {
        return users.find("anna@contoso.com").orElseThrow();
    }

    private OpenIdSettings settings() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String pair : limits.isEmpty() ? new String[0] : limits.split(", ")) {
            words.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return new OpenIdSettings(
                "Contoso",
                URI.create("https://idp"),
                "photobridge",
                Secret.of("between us"),
                "roles",
                Map.of("Viewer", Role.VIEWER, "Operator", Role.OPERATOR, "Admin", Role.ADMIN),
                OpenIdLimits.of(words),
                Optional.empty());
    }

    /** Before, after and reason of each entry with this action, oldest first. */
    private List<String> audited(String action) {
        return Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery("select coalesce(before_value, '') || ' -> '"
                                + " || coalesce(after_value, '') || ': ' || reason from audit_entry"
                                + " where action = :action order by id")
                        .bind("action", action)
                        .mapTo(String.class)
                        .list());
    }
}

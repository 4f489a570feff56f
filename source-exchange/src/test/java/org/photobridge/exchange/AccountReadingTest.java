package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photobridge.spi.EligibilityFact.FACTS_UNAVAILABLE;
import static org.photobridge.spi.EligibilityFact.GUEST;
import static org.photobridge.spi.EligibilityFact.MAILBOX_ON_PREMISES;
import static org.photobridge.spi.EligibilityFact.NO_MAILBOX_LICENCE;
import static org.photobridge.spi.EligibilityFact.SIGN_IN_BLOCKED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.spi.Account;
import org.photobridge.spi.Account.Attribute;
import org.photobridge.spi.IdentifierType;

class AccountReadingTest {
    private static final String PLAN_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    private static Json user(String more) {
        return Json.parse("{\"id\":\"00000000-0000-4000-8000-000000000001\"" + more + "}");
    }

    private static String plans(String service, String status, String plan) {
        return ",\"userType\":\"Member\",\"accountEnabled\":true,\"assignedPlans\":[{\"service\":\"" + service
                + "\",\"capabilityStatus\":\"" + status + "\",\"servicePlanId\":\"" + plan + "\"}]";
    }

    @Test
    void what_is_known_of_a_person_is_taken_over() {
        Account account = AccountReading.account(user(",\"displayName\":\"Anna\",\"userPrincipalName\":\"anna@x\","
                        + "\"mail\":\"a@x\",\"employeeId\":\"E7\",\"department\":\"Sales\",\"jobTitle\":\"Lead\","
                        + "\"companyName\":\"Contoso\",\"officeLocation\":\"Jakarta\",\"country\":\"ID\","
                        + "\"preferredLanguage\":\"id-ID\""))
                .orElseThrow();
        assertThat(account.id()).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(account.identifiers())
                .containsEntry(IdentifierType.OBJECT_ID, account.id())
                .containsEntry(IdentifierType.USER_PRINCIPAL_NAME, "anna@x")
                .containsEntry(IdentifierType.EMAIL, "a@x")
                .containsEntry(IdentifierType.EMPLOYEE_ID, "E7");
        assertThat(account.attributes())
                .containsEntry(Attribute.DEPARTMENT, "Sales")
                .containsEntry(Attribute.JOB_TITLE, "Lead")
                .containsEntry(Attribute.COMPANY, "Contoso")
                .containsEntry(Attribute.OFFICE, "Jakarta")
                .containsEntry(Attribute.COUNTRY, "ID")
                .containsEntry(Attribute.PREFERRED_LANGUAGE, "id-ID");
    }

    @Test
    void facts_that_a_permission_hides_are_unavailable_and_exclude_nobody() {
        assertThat(AccountReading.facts(user(""))).containsExactly(FACTS_UNAVAILABLE);
        assertThat(AccountReading.facts(user(",\"accountEnabled\":null,\"assignedPlans\":null,\"userType\":null")))
                .containsExactly(FACTS_UNAVAILABLE);
    }

    @Test
    void missing_user_type_is_no_guest_and_hides_nothing() {
        Json legacy = user(",\"userType\":null,\"accountEnabled\":true,\"assignedPlans\":[{\"service\":\"exchange\","
                + "\"capabilityStatus\":\"Enabled\",\"servicePlanId\":\"" + PLAN_2 + "\"}]");
        assertThat(AccountReading.facts(legacy)).isEmpty();
    }

    @Test
    void guests_and_blocked_people_are_told() {
        Json guest = user(",\"userType\":\"guest\",\"accountEnabled\":false,\"assignedPlans\":[]");
        assertThat(AccountReading.facts(guest)).containsExactlyInAnyOrder(GUEST, SIGN_IN_BLOCKED, NO_MAILBOX_LICENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "exchange, Enabled, " + PLAN_2 + ", true",
        "Exchange, Warning, " + PLAN_2 + ", true",
        "exchange, Enabled, 00000000-0000-0000-0000-00000000abcd, true",
        "exchange, Suspended, " + PLAN_2 + ", false",
        "exchange, Deleted, " + PLAN_2 + ", false",
        "exchange, Enabled, 113feb6c-3fe4-4440-bddc-54d774bf0318, false",
        "exchange, Enabled, 113FEB6C-3FE4-4440-BDDC-54D774BF0318, false",
        "SharePoint, Enabled, 5dbe027f-2339-4123-9542-606e4d348a72, false"
    })
    void mailbox_comes_with_a_plan_in_force_that_gives_one(String service, String status, String plan, boolean has) {
        assertThat(AccountReading.facts(user(plans(service, status, plan))).contains(NO_MAILBOX_LICENCE))
                .isEqualTo(!has);
    }

    @Test
    void synchronised_person_with_an_address_and_no_plan_has_the_mailbox_at_home() {
        Json local = user(plans("SharePoint", "Enabled", PLAN_2) + ",\"onPremisesSyncEnabled\":true,\"mail\":\"a@x\"");
        assertThat(AccountReading.facts(local)).containsExactlyInAnyOrder(NO_MAILBOX_LICENCE, MAILBOX_ON_PREMISES);
    }

    @Test
    void object_without_an_id_is_nobody() {
        assertThat(AccountReading.account(Json.parse("{\"displayName\":\"x\"}")))
                .isEmpty();
    }
}

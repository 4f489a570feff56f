package org.photobridge.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.Account.Attribute;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.IdentifierType;

/** Turns a Graph user into an account: its stable id is the object id, never the UPN, which changes. */
final class AccountReading {
    /** What is asked of every user; nothing of it needs more than User.Read.All. */
    static final String[] PROPERTIES = {
        "id",
        "displayName",
        "userPrincipalName",
        "mail",
        "employeeId",
        "department",
        "jobTitle",
        "companyName",
        "officeLocation",
        "country",
        "preferredLanguage",
        "userType",
        "accountEnabled",
        "assignedPlans",
        "onPremisesSyncEnabled"
    };

    /**
     * Plans of the service "exchange" that give no mailbox: EXCHANGE_S_FOUNDATION, which almost every licence carries, and
     * the archive add-ons. A plan that isn't listed counts as a mailbox, so that a new one never makes people ineligible.
     */
    private static final Set<String> WITHOUT_MAILBOX = Set.of(
            "113feb6c-3fe4-4440-bddc-54d774bf0318",
            "176a09a6-7ec5-4039-ac02-b2791c6ba793",
            "da040e0a-b393-4bea-bb76-928b3fa1cf5a");

    private static final Set<String> IN_FORCE = Set.of("enabled", "warning");

    private AccountReading() {}

    /** The account; empty for an object without id. */
    static Optional<Account> account(Json user) {
        return user.text("id").map(id -> account(id, user));
    }

    private static Account account(String id, Json user) {
        return Account.of(id, user.text("displayName").orElse(""))
                .identifiedBy(IdentifierType.OBJECT_ID, id)
                .identifiedBy(IdentifierType.USER_PRINCIPAL_NAME, text(user, "userPrincipalName"))
                .identifiedBy(IdentifierType.EMAIL, text(user, "mail"))
                .identifiedBy(IdentifierType.EMPLOYEE_ID, text(user, "employeeId"))
                .with(Attribute.DEPARTMENT, text(user, "department"))
                .with(Attribute.JOB_TITLE, text(user, "jobTitle"))
                .with(Attribute.COMPANY, text(user, "companyName"))
                .with(Attribute.OFFICE, text(user, "officeLocation"))
                .with(Attribute.COUNTRY, text(user, "country"))
                .with(Attribute.PREFERRED_LANGUAGE, text(user, "preferredLanguage"))
                .withFacts(facts(user));
    }

    /** What is null because a permission is missing is "unavailable", not false. A user type may be null by nature. */
    static Set<EligibilityFact> facts(Json user) {
        Set<EligibilityFact> facts = EnumSet.noneOf(EligibilityFact.class);
        if (user.text("userType").filter("guest"::equalsIgnoreCase).isPresent()) {
            facts.add(EligibilityFact.GUEST);
        }
        if (user.flag("accountEnabled").filter(enabled -> !enabled).isPresent()) {
            facts.add(EligibilityFact.SIGN_IN_BLOCKED);
        }
        if (!user.has("accountEnabled") || !user.has("assignedPlans")) {
            facts.add(EligibilityFact.FACTS_UNAVAILABLE);
        }
        if (user.has("assignedPlans") && !hasMailboxPlan(user)) {
            facts.addAll(withoutMailboxPlan(user));
        }
        return facts;
    }

    /** Somebody synchronised from a local directory, with an address but without a mailbox here, has it there. */
    private static List<EligibilityFact> withoutMailboxPlan(Json user) {
        boolean local = user.flag("onPremisesSyncEnabled").orElse(false)
                && user.text("mail").isPresent();
        return local
                ? List.of(EligibilityFact.NO_MAILBOX_LICENCE, EligibilityFact.MAILBOX_ON_PREMISES)
                : List.of(EligibilityFact.NO_MAILBOX_LICENCE);
    }

    static boolean hasMailboxPlan(Json user) {
        return user.list("assignedPlans").stream().anyMatch(AccountReading::givesMailbox);
    }

    private static boolean givesMailbox(Json plan) {
        return lower(plan, "service").equals("exchange")
                && IN_FORCE.contains(lower(plan, "capabilityStatus"))
                && !WITHOUT_MAILBOX.contains(lower(plan, "servicePlanId"));
    }

    private static String lower(Json json, String name) {
        return text(json, name).toLowerCase(Locale.ROOT);
    }

    private static String text(Json json, String name) {
        return json.text(name).orElse("");
    }
}

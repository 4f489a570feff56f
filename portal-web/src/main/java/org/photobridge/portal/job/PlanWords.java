package org.photobridge.portal.job;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.platform.Texts;
import org.photobridge.spi.ErrorEntry;
import org.photobridge.spi.Fixer;

/** Conditions, outcomes and reasons in words, for one pair of systems in one language. */
public final class PlanWords {

    /** What isn't named here can be remedied in the portal. */
    private static final Map<Reason, Fixer> FIXERS = Map.ofEntries(
            Map.entry(Reason.GUEST, Fixer.TENANT_ADMIN),
            Map.entry(Reason.SIGN_IN_BLOCKED, Fixer.TENANT_ADMIN),
            Map.entry(Reason.NO_MAILBOX_LICENCE, Fixer.TENANT_ADMIN),
            Map.entry(Reason.MAILBOX_ON_PREMISES, Fixer.TENANT_ADMIN),
            Map.entry(Reason.SHARED_MAILBOX, Fixer.TENANT_ADMIN),
            Map.entry(Reason.ROOM_MAILBOX, Fixer.TENANT_ADMIN),
            Map.entry(Reason.FILTERED_OUT, Fixer.TENANT_ADMIN),
            Map.entry(Reason.NO_TARGET_IDENTIFIER, Fixer.TENANT_ADMIN),
            Map.entry(Reason.TARGET_KEY_CLASH, Fixer.TENANT_ADMIN),
            Map.entry(Reason.GROUP_MEMBERS_HIDDEN, Fixer.TENANT_ADMIN),
            Map.entry(Reason.REALMS_DIFFER, Fixer.TENANT_ADMIN),
            Map.entry(Reason.UNHEALTHY, Fixer.TENANT_ADMIN),
            Map.entry(Reason.NO_SOURCE_PHOTO, Fixer.PERSON),
            Map.entry(Reason.REMOVED_IN_SOURCE, Fixer.PERSON),
            Map.entry(Reason.PICTURE_UNKNOWN_FORMAT, Fixer.PERSON),
            Map.entry(Reason.PICTURE_HEIC, Fixer.PERSON),
            Map.entry(Reason.PICTURE_AVIF, Fixer.PERSON),
            Map.entry(Reason.PICTURE_TOO_MANY_BYTES, Fixer.PERSON),
            Map.entry(Reason.PICTURE_TOO_MANY_PIXELS, Fixer.PERSON),
            Map.entry(Reason.PICTURE_TOO_SMALL, Fixer.PERSON),
            Map.entry(Reason.PICTURE_CORRUPT, Fixer.PERSON),
            Map.entry(Reason.PICTURE_DOES_NOT_FIT, Fixer.PERSON),
            Map.entry(Reason.PICTURE_ENLARGED, Fixer.PERSON),
            Map.entry(Reason.NOT_SERVED_YET, Fixer.SERVICE),
            Map.entry(Reason.SOURCE_MISSING_ANSWER, Fixer.SERVICE),
            Map.entry(Reason.PROVIDER_DEFECT, Fixer.OPERATOR),
            Map.entry(Reason.PREVIOUS_PICTURES_FULL, Fixer.OPERATOR),
            Map.entry(Reason.SHUTTING_DOWN, Fixer.OPERATOR));

    /** Reasons of a write that stand in the place of what was there before. */
    private static final Set<String> SILENT = Set.of(
            Reason.PICTURE_ENLARGED.code(),
            Reason.NOT_SERVED_YET.code(),
            Reason.NOT_VERIFIED.code(),
            Reason.PUT_BACK.code());

    private static final String MISSING = Condition.MISSING_IN_TARGET.name();

    private final Locale locale;
    private final Texts texts;
    private final String source;
    private final String target;
    private final Function<String, Optional<ErrorEntry>> providers;

    /** @param providers what the two providers say of a code of theirs */
    public PlanWords(Locale locale, String source, String target, Function<String, Optional<ErrorEntry>> providers) {
        this.locale = locale;
        this.texts = Texts.in(locale);
        this.source = source;
        this.target = target;
        this.providers = providers;
    }

    /** What pages call the source. */
    public String source() {
        return source;
    }

    /** What pages call the target. */
    public String target() {
        return target;
    }

    public Locale locale() {
        return locale;
    }

    /** A condition, by its name in code. */
    public String condition(String name) {
        return text("condition." + key(name));
    }

    /** An outcome, by its name in code; empty text for none. */
    public String outcome(String name) {
        return name.isEmpty() ? "" : text("outcome." + key(name));
    }

    /** How a run ended for a person: added or replaced, where what is stored of it tells which. */
    public String outcome(OutcomeRow row) {
        boolean writes = row.outcome().equals("UPDATED") || row.outcome().equals("WOULD_UPDATE");
        return writes ? text("outcome." + key(row.outcome()) + how(row)) : outcome(row.outcome());
    }

    private static String how(OutcomeRow row) {
        boolean planned = row.outcome().equals("WOULD_UPDATE");
        if (row.reasonCode().equals(Reason.NOTHING_THERE.code())
                || row.condition().equals(MISSING)) {
            return ".added";
        }
        boolean tells = planned || row.reasonCode().isEmpty() || !SILENT.contains(row.reasonCode());
        return tells ? ".replaced" : "";
    }

    /** A few words for a code; empty text for none. */
    public String reason(String code) {
        return code.isEmpty() ? "" : explain(code).words();
    }

    /** Everything that is known of a code: the portal's own words, else the provider's, else that there are none. */
    public Explanation explain(String code) {
        if (texts.has("reason." + code + ".cause")) {
            return own(code, code);
        }
        return providers.apply(code).map(this::provided).orElseGet(() -> own("unexplained", code));
    }

    private Explanation own(String key, String code) {
        return new Explanation(
                code,
                texts.get("reason." + key, source, target, code),
                texts.get("reason." + key + ".cause", source, target, code),
                texts.get("reason." + key + ".remedy", source, target, code),
                who(fixer(code)),
                "");
    }

    private Explanation provided(ErrorEntry entry) {
        return new Explanation(
                entry.code(),
                entry.cause().get(locale),
                entry.cause().get(locale),
                entry.remedy().get(locale),
                who(entry.fixer()),
                entry.tellPerson().get(locale));
    }

    private static Fixer fixer(String code) {
        return FIXERS.entrySet().stream()
                .filter(known -> known.getKey().code().equals(code))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Fixer.HELPDESK);
    }

    private String who(Fixer fixer) {
        return texts.get("fixer." + key(fixer.name()));
    }

    private String text(String key) {
        return texts.get(key, source, target);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.photobridge.portal.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.photobridge.portal.job.Explanation;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.platform.Texts;
import org.photobridge.spi.Account;

/** The verdict on one person's picture in words: for whoever reads the page, and for the person to be told. */
public final class PersonSaying {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final PersonView person;
    private final Saying saying;
    private final PlanWords words;

    PersonSaying(PersonView person, Saying saying, PlanWords words) {
        this.person = person;
        this.saying = saying;
        this.words = words;
    }

    public Verdict getVerdict() {
        return saying.verdict();
    }

    /** A condition's name. */
    public String getCondition() {
        return saying.condition().name();
    }

    public String getSentence() {
        return inLanguage(words.locale(), "sentence", detail(words.locale()));
    }

    /** The words on the one button that helps; empty text if there is none. */
    public String getButton() {
        return saying.verdict().button() == Verdict.Button.NONE ? "" : inLanguage(words.locale(), "button", "");
    }

    /** The words on the button that keeps the target's picture. */
    public String getKeep() {
        return Texts.in(words.locale()).get("person.keep", words.target());
    }

    /** Whether the one button that helps is this one. */
    public boolean helps(String button) {
        return saying.verdict().button().name().equals(button);
    }

    /** Why it is so; null if there is nothing to explain. */
    public Explanation getWhy() {
        return saying.reasonCode().isEmpty() ? null : words.explain(saying.reasonCode());
    }

    /** Whether there is a previous picture that could be put back. */
    public boolean isUndoable() {
        return person.previous().isPresent() && saying.verdict() != Verdict.UNDONE;
    }

    /** Whether the picture may be written again though nothing seems wrong. */
    public boolean isReplaceable() {
        return switch (saying.verdict()) {
            case ALIKE, ALIKE_SINCE_WRITE, WRITTEN_NOT_SERVED -> true;
            default -> false;
        };
    }

    /** Opens the reader's mail program with the letter in it; empty text if the person has no address. */
    public String getMail() {
        String address = person.row().email();
        return address.isBlank()
                ? ""
                : "mailto:" + encoded(address) + "?subject=" + encoded(subject()) + "&body=" + encoded(getTell());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    /** What to tell the person, in their language, with how they can change their picture themselves. */
    public String getTell() {
        return new Letter(person.account(), words, saying.verdict()).text();
    }

    private String subject() {
        return Texts.in(Letter.language(person.account())).get("person.letter.subject");
    }

    private String detail(Locale locale) {
        return switch (saying.verdict()) {
            case PROTECTED ->
                person.protection()
                        .map(known -> Texts.in(locale)
                                .get("person.protected-by", known.by(), day(known.at(), locale), known.reason()))
                        .orElse("");
            case KEPT_BY_PERSON ->
                person.row()
                        .keptAt()
                        .map(at -> Texts.in(locale)
                                .get("person.kept-by", person.row().keptBy(), day(at, locale)))
                        .orElse("");
            case ALIKE_SINCE_WRITE ->
                person.row().lastWrittenAt().map(at -> day(at, locale)).orElse("");
            default ->
                saying.reasonCode().isEmpty()
                        ? ""
                        : words.explain(saying.reasonCode()).cause();
        };
    }

    private static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    private String inLanguage(Locale locale, String part, String detail) {
        String key = "verdict." + saying.verdict().key() + "." + part;
        return Texts.in(locale).get(key, person.row().name(), words.source(), words.target(), detail);
    }

    /** What a person is written: in their own language, as far as we speak it. */
    private record Letter(Account account, PlanWords words, Verdict verdict) {

        static Locale language(Account account) {
            String tag = account.attribute(Account.Attribute.PREFERRED_LANGUAGE).orElse("");
            return Locale.forLanguageTag(tag).getLanguage().equals(INDONESIAN.getLanguage())
                    ? INDONESIAN
                    : Locale.ENGLISH;
        }

        String text() {
            Texts texts = Texts.in(language(account));
            Object[] names = {account.displayName(), words.source(), words.target()};
            return String.join(
                    "\n\n",
                    texts.get("person.letter.hello", names),
                    texts.get("verdict." + verdict.key() + ".tell", names),
                    texts.get("person.letter.change"),
                    texts.get("person.letter.visit", names),
                    texts.get("person.letter.limits"));
        }
    }
}

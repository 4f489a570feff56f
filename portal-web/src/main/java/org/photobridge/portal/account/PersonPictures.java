package org.photobridge.portal.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.photobridge.portal.job.Explanation;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.platform.Texts;

/** The pictures side by side as the page draws them: what was read just now, else the small ones that are kept. */
public final class PersonPictures {

    /**
     * One of the pictures.
     *
     * @param key {@code source}, {@code prepared}, {@code target} or {@code shown}
     * @param title what it is: "In Exchange"
     * @param address where the browser gets it, inside the portal; empty text if there is none
     * @param caption its size, or why there is none
     * @param time since when it is so, as far as we know; empty text if we don't
     */
    public record Frame(String key, String title, String address, String caption, String time) {

        Frame at(String when) {
            return new Frame(key, title, address, caption, when);
        }
    }

    /** One thing that a system knows of the person. */
    public record FactLine(String label, String value) {}

    private final PersonView person;
    private final Optional<SideBySide> now;
    private final String token;
    private final Plan plan;
    private final PlanWords words;

    PersonPictures(PersonView person, Optional<SideBySide> now, String token, Plan plan, PlanWords words) {
        this.person = person;
        this.now = now;
        this.token = token;
        this.plan = plan;
        this.words = words;
    }

    /** When both systems were read; null if they weren't yet. */
    public Instant getReadAt() {
        return now.map(SideBySide::readAt).orElse(null);
    }

    public List<Frame> getFrames() {
        return Stream.concat(Stream.of(source(), prepared(), target()), shown()).toList();
    }

    public List<FactLine> getSourceFacts() {
        return facts(now.map(SideBySide::source));
    }

    public List<FactLine> getTargetFacts() {
        return facts(now.map(SideBySide::target));
    }

    /** What a ticket needs: the code, and the details of what couldn't be read; empty text if there is nothing. */
    String technical(Explanation why) {
        return Stream.concat(
                        Stream.ofNullable(why).map(Explanation::code),
                        now.stream()
                                .flatMap(read ->
                                        Stream.concat(Stream.of(read.source(), read.target()), read.shown().stream()))
                                .map(Side::technical))
                .filter(line -> !line.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private Frame source() {
        String title = text("picture.source", words.source());
        Frame kept = kept("source", title, plan.sourceConnection(), person.row().sourceTag());
        return now.map(read -> frame(kept, read.source()))
                .orElse(kept)
                .at(since("picture.first-seen", person.row().firstSeenAt()));
    }

    private Frame target() {
        String title = text("picture.target", words.target());
        Frame kept = kept("target", title, plan.targetConnection(), person.row().targetTag());
        return now.map(read -> frame(kept, read.target()))
                .orElse(kept)
                .at(since("picture.written", person.row().lastWrittenAt()));
    }

    /** None if the target's service can't be asked what it shows. */
    private Stream<Frame> shown() {
        return now.isEmpty() ? Stream.of(unknownShown()) : now.flatMap(SideBySide::shown).map(this::shown).stream();
    }

    private Frame shown(Side side) {
        Frame unknown = unknownShown();
        String none = side.state() == Side.State.NONE ? text("picture.placeholder") : why(side);
        return side.picture()
                .map(picture -> new Frame("shown", unknown.title(), address("shown"), size(picture), asked()))
                .orElseGet(() -> new Frame("shown", unknown.title(), "", none, asked()));
    }

    private Frame unknownShown() {
        return new Frame(
                "shown",
                text("picture.shown", words.target()),
                "",
                text(token == null ? "picture.not-asked" : "picture.reading"),
                "");
    }

    private String asked() {
        return now.map(read -> text("picture.asked", time(read.readAt()))).orElse("");
    }

    /** The systems tell no dates of pictures: these are of what Photobridge itself saw and did. */
    private String since(String key, Optional<Instant> at) {
        return at.map(when -> text(key, time(when))).orElse("");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    private Frame prepared() {
        String title = text("picture.prepared");
        Optional<ViewPicture> picture = now.flatMap(SideBySide::prepared);
        String caption = picture.map(shown -> size(shown) + enlarged())
                .orElseGet(() -> now.isPresent() ? text("picture.nothing-to-send") : unread());
        return new Frame(
                "prepared",
                title,
                picture.map(any -> address("prepared")).orElse(""),
                caption,
                picture.map(any -> now.map(read -> text("picture.made", time(read.readAt())))
                                .orElse(""))
                        .orElse(""));
    }

    private String unread() {
        return text(token == null ? "picture.last-known" : "picture.reading");
    }

    private String enlarged() {
        return now.filter(SideBySide::enlarged).isPresent() ? " " + text("picture.enlarged", words.source()) : "";
    }

    /** Of a system that couldn't be asked the small picture stays that is kept. */
    private Frame frame(Frame kept, Side side) {
        String last = side.state() == Side.State.FAILED ? kept.address() : "";
        return side.picture()
                .map(picture -> new Frame(kept.key(), kept.title(), address(kept.key()), size(picture), ""))
                .orElseGet(() -> new Frame(kept.key(), kept.title(), last, why(side), ""));
    }

    private Frame kept(String key, String title, long connection, String tag) {
        String address =
                tag.isEmpty() ? "" : Thumbnails.address(connection, person.row().accountId(), tag);
        return new Frame(key, title, address, unread(), "");
    }

    private String address(String side) {
        return "/pictures?reading=" + token + "&side=" + side;
    }

    private String why(Side side) {
        String reason = words.reason(side.code());
        return switch (side.state()) {
            case NONE -> reason.isEmpty() ? text("picture.none") : reason;
            case UNSHOWN -> reason.isEmpty() ? text("picture.unshown") : reason;
            case FAILED -> text("picture.failed", reason);
            case PICTURE -> "";
        };
    }

    private String size(ViewPicture picture) {
        return text("picture.size", picture.side(), Math.max(1, (picture.bytes() + 512) / 1024));
    }

    private List<FactLine> facts(Optional<Side> side) {
        Locale locale = words.locale();
        return side.map(read -> read.facts().stream()
                        .map(fact -> new FactLine(
                                fact.label().get(locale), fact.value().get(locale)))
                        .toList())
                .orElse(List.of());
    }

    private String text(String key, Object... parameters) {
        return Texts.in(words.locale()).get(key, parameters);
    }
}

package org.photobridge.portal.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.job.Explanation;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.provider.ProviderRegistry;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.EndFactory;
import org.photobridge.spi.ErrorEntry;

/** Puts the manual together: its chapters, and every code that the portal or an installed provider can give. */
@ApplicationScoped
public class HelpService {

    /** Codes of the portal that aren't the engine's. */
    private static final List<String> OWN = List.of("plan-gone", "portal-defect", "rejected-by-person");

    /** The codes of one system, by code. */
    public record Catalogue(String system, List<Explanation> entries) {}

    @Inject
    private ProviderRegistry providers;

    public List<Chapter> chapters(Locale locale) {
        Access.require(Role.VIEWER);
        return Chapter.all(Texts.in(locale));
    }

    /** The portal's own codes first, then those of each end of each provider that works. */
    public List<Catalogue> catalogues(Locale locale) {
        Access.require(Role.VIEWER);
        List<Catalogue> all = new ArrayList<>();
        all.add(own(locale));
        providers
                .list()
                .forEach(state -> providers
                        .find(state.id())
                        .ifPresent(module -> Stream.of(ProviderRole.values())
                                .flatMap(role -> module.factory(role).stream())
                                .forEach(end -> all.add(of(end, locale)))));
        return all.stream().filter(catalogue -> !catalogue.entries().isEmpty()).toList();
    }

    private static Catalogue own(Locale locale) {
        PlanWords words = words(locale, List.of());
        List<Explanation> entries = Stream.concat(Arrays.stream(Reason.values()).map(Reason::code), OWN.stream())
                .map(words::explain)
                .map(HelpService::begun)
                .sorted(Comparator.comparing(Explanation::code))
                .toList();
        return new Catalogue("Photobridge", entries);
    }

    private static Catalogue of(EndFactory end, Locale locale) {
        List<ErrorEntry> errors = end.descriptor().errors();
        PlanWords words = words(locale, errors);
        return new Catalogue(
                end.descriptor().name().get(locale),
                errors.stream()
                        .map(entry -> begun(words.explain(entry.code())))
                        .sorted(Comparator.comparing(Explanation::code))
                        .toList());
    }

    /** Systems have no names here, and "the source" may begin a sentence. */
    private static Explanation begun(Explanation plain) {
        return new Explanation(
                plain.code(),
                begun(plain.words()),
                begun(plain.cause()),
                begun(plain.remedy()),
                plain.who(),
                plain.tell());
    }

    private static String begun(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static PlanWords words(Locale locale, List<ErrorEntry> errors) {
        Texts texts = Texts.in(locale);
        return new PlanWords(
                locale, texts.get("run.system.source"), texts.get("run.system.target"), code -> find(errors, code));
    }

    private static Optional<ErrorEntry> find(List<ErrorEntry> errors, String code) {
        return errors.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}

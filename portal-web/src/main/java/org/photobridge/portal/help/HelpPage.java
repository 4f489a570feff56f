package org.photobridge.portal.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.photobridge.portal.platform.Texts;

/** The manual, and the letter that tells people what they can do themselves. */
@Named
@RequestScoped
public class HelpPage {

    @Inject
    private HelpService help;

    private List<HelpService.Catalogue> catalogues;

    /** The letter in one language. */
    public record LetterView(String id, String language, String text, String mail) {}

    public List<Chapter> getChapters() {
        return help.chapters(Faces.getLocale());
    }

    public List<HelpService.Catalogue> getCatalogues() {
        if (catalogues == null) {
            catalogues = help.catalogues(Faces.getLocale());
        }
        return catalogues;
    }

    /** In both languages: whoever helps may not speak that of the person. */
    public List<LetterView> getLetters() {
        return List.of(letter(Locale.ENGLISH, "English"), letter(Locale.forLanguageTag("id"), "Bahasa Indonesia"));
    }

    private static LetterView letter(Locale locale, String language) {
        Texts texts = Texts.in(locale);
        String text = String.join(
                "\n\n",
                texts.get("help.letter.hello"),
                texts.get("person.letter.change"),
                texts.get("person.letter.visit", "", "Exchange", "SharePoint"),
                texts.get("person.letter.limits"));
        String mail = "mailto:?subject=" + encoded(texts.get("person.letter.subject")) + "&body=" + encoded(text);
        return new LetterView("letter-" + locale.getLanguage(), language, text, mail);
    }

    /** As mail programs read it: a blank is no plus there. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

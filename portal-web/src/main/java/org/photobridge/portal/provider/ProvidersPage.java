package org.photobridge.portal.provider;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.photobridge.portal.platform.Texts;

/** The list of installed providers. */
@Named
@RequestScoped
public class ProvidersPage {
    @Inject
    private ProviderService providers;

    private List<ProviderRow> rows;

    @PostConstruct
    void load() {
        rows = providers.list();
    }

    public List<ProviderRow> getRows() {
        return rows;
    }

    /** The reason in words, with its detail put in. */
    public String words(ProviderRow.Problem problem) {
        return Texts.in(Faces.getLocale()).get(problem.key(), problem.detail());
    }
}

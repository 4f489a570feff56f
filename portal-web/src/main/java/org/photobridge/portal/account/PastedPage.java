package org.photobridge.portal.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;

/** A pasted list: first whom it means, then what to do for them. */
@Named
@ViewScoped
public class PastedPage extends PlanPage {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService service;

    @Inject
    private PeopleLookup lookup;

    private String text;
    private transient PastedPeople result;
    private List<String> ids = List.of();

    public void find() {
        List<String> pasted = PastedList.of(text == null ? "" : text);
        result = null;
        ids = List.of();
        if (pasted.isEmpty()) {
            Messages.addGlobalWarn("pasted.nothing");
        } else if (!PastedList.fits(pasted)) {
            Messages.addGlobalError("pasted.too-many", pasted.size(), Scope.LIST_MAX);
        } else {
            result = lookup.find(thePlan().sourceConnection(), pasted);
            ids = result.ids();
        }
    }

    public void check() {
        ask(RunKind.CHECK);
    }

    public void preview() {
        ask(RunKind.PREVIEW);
    }

    public void sync() {
        ask(RunKind.SYNC);
    }

    private void ask(RunKind kind) {
        attempt(this, () -> say(service.askFor(thePlan(), kind, ids), ids.size()));
    }

    @Override
    List<Plan> loadPlans() {
        return service.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return service.words(plan, locale);
    }

    /** Whom the list means; null before it was looked up. */
    public PastedPeople getResult() {
        return result;
    }

    /** How many different people were found. */
    public int getNumber() {
        return ids.size();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}

package org.photobridge.portal.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.ProtectedPerson;
import org.photobridge.portal.platform.Texts;
import org.primefaces.PrimeFaces;

/** The list of protected people, and the form that adds to it. */
@Named
@ViewScoped
public class ProtectedPage extends PlanPage {

    private static final long serialVersionUID = 1L;

    @Inject
    private ProtectedPeopleService service;

    private String filter;
    private String text;
    private String reason;
    private String releaseReason;
    private String problem;
    private String releasing;
    private transient PastedPeople result;
    private transient List<ProtectedPerson> people;
    private transient Map<Long, Long> links;

    public List<ProtectedPerson> getPeople() {
        if (people == null) {
            people = service.find(filter == null ? "" : filter);
        }
        return people;
    }

    /** The plan through which the person's page is reached; null if no plan lists them any more. */
    public Long planOf(ProtectedPerson person) {
        if (links == null) {
            links = service.planOfSource();
        }
        return links.get(person.sourceConnection());
    }

    /** Looks the list up; protects whoever is meant for certain, and says who isn't. */
    public void protect() {
        List<String> pasted = PastedList.of(text == null ? "" : text);
        problem = problem(pasted);
        result = null;
        if (!problem.isEmpty()) {
            return;
        }
        result = service.look(thePlan().sourceConnection(), pasted);
        List<PastedPeople.Person> found = result.found().stream()
                .map(match -> match.people().get(0))
                .distinct()
                .toList();
        service.protect(thePlan().sourceConnection(), found, reason);
        people = null;
        Messages.addGlobalInfo("people.protected", found.size());
        if (found.size() == pasted.size()) {
            text = null;
            reason = null;
        }
    }

    private static String problem(List<String> pasted) {
        Texts texts = Texts.in(Faces.getLocale());
        if (pasted.isEmpty()) {
            return texts.get("protected.nobody-named");
        }
        return PastedList.fits(pasted) ? "" : texts.get("pasted.too-many", pasted.size(), Scope.LIST_MAX);
    }

    /** Asks why, before somebody is released. */
    public void ask(ProtectedPerson person) {
        releasing = key(person);
        releaseReason = null;
        PrimeFaces.current().executeScript("PF('releasing').show()");
    }

    public void release() {
        getPeople().stream()
                .filter(person -> key(person).equals(releasing))
                .findFirst()
                .ifPresent(person -> {
                    service.release(person, releaseReason);
                    Messages.addGlobalInfo("protected.released", person.name());
                });
        people = null;
        PrimeFaces.current().executeScript("PF('releasing').hide()");
    }

    /** The name of whoever is about to be released; empty text if nobody is. */
    public String getReleasingName() {
        return getPeople().stream()
                .filter(person -> key(person).equals(releasing))
                .map(ProtectedPerson::name)
                .findFirst()
                .orElse("");
    }

    private static String key(ProtectedPerson person) {
        return person.sourceConnection() + "/" + person.accountId();
    }

    @Override
    List<Plan> loadPlans() {
        return service.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return service.words(plan, locale);
    }

    /** Whom the list meant; null before it was looked up. */
    public PastedPeople getResult() {
        return result;
    }

    public String getProblem() {
        return problem;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getReleaseReason() {
        return releaseReason;
    }

    public void setReleaseReason(String releaseReason) {
        this.releaseReason = releaseReason;
    }
}

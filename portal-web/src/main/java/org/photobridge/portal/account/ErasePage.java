package org.photobridge.portal.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Messages;
import org.photobridge.portal.job.PlanWords;
import org.photobridge.portal.plan.Plan;
import org.photobridge.spi.Account;

/** Asks whether to erase a person: says what goes, what stays, and that nothing brings it back. */
@Named
@ViewScoped
public class ErasePage extends PlanPage {
    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleService people;

    @Inject
    private PersonErasure erasure;

    private String accountId;
    private String reason;
    private boolean leaveOut;
    private String name;
    private transient ErasureRepository.Traces traces;

    /** Called once the address was read: refuses whoever may not erase before anything is drawn. */
    public void load() {
        erasure.requireAllowed();
        if (isPlanKnown() && accountId != null) {
            name = erasure.find(thePlan(), accountId).map(ErasePage::nameOf).orElse(null);
        }
    }

    private static String nameOf(Account account) {
        return account.displayName().isBlank() ? account.id() : account.displayName();
    }

    /** Leads back to the list of people, where the person isn't any more. */
    public String erase() {
        PersonErasure.Erased erased = erasure.erase(thePlan(), accountId, reason, leaveOut);
        if (erased.waitsFor().isPresent()) {
            Messages.addGlobalError("erase.busy", erased.waitsFor().get());
            return null;
        }
        Messages.addFlashGlobalInfo("erase.done");
        return "/people.xhtml?faces-redirect=true";
    }

    @Override
    List<Plan> loadPlans() {
        return people.plans();
    }

    @Override
    PlanWords loadWords(Plan plan, Locale locale) {
        return people.words(plan, locale);
    }

    public boolean isKnown() {
        return name != null;
    }

    /** What is kept of the person. */
    public ErasureRepository.Traces getTraces() {
        if (traces == null) {
            traces = erasure.traces(thePlan(), accountId);
        }
        return traces;
    }

    public String getName() {
        return name;
    }

    public String getAccountId() {
        return accountId;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isLeaveOut() {
        return leaveOut;
    }

    public void setLeaveOut(boolean leaveOut) {
        this.leaveOut = leaveOut;
    }
}

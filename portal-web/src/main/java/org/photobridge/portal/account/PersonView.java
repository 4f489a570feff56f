package org.photobridge.portal.account;

import java.util.List;
import java.util.Optional;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.plan.ProtectedPerson;
import org.photobridge.spi.Account;

/**
 * What is stored of one person, as their page shows it.
 *
 * @param protection by whom and why the picture is protected; empty if it isn't
 * @param excluded whether the plan leaves the person out
 * @param kept the previous pictures that are kept, the latest first
 */
public record PersonView(
        PersonRow row,
        Account account,
        Optional<ProtectedPerson> protection,
        boolean excluded,
        List<BeforeImageRepository.Kept> kept) {

    /** The previous picture that can be put back; empty if none is kept. */
    public Optional<BeforeImageRepository.Kept> previous() {
        return kept.stream().findFirst();
    }

    /** Whether a run's previous picture is kept. */
    public boolean keepsOf(long runId) {
        return kept.stream().anyMatch(one -> one.runId() == runId);
    }
}

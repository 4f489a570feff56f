package org.photobridge.portal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.job.ApprovalService;
import org.photobridge.portal.job.HeldRun;

/** Runs that wait for an approval; they are approved and rejected under their own address. */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalsResource {

    /** A held run; {@code found} and {@code allowed} are the guard's figures. */
    public record HeldItem(
            RunView run,
            String reason,
            Optional<Long> found,
            Optional<Long> allowed,
            Optional<Instant> heldAt,
            List<PersonItem> people) {}

    /** One of the first people whose picture would be removed or overwritten. */
    public record PersonItem(String id, String displayName, String outcome, String reason) {}

    /** All that wait, the latest first. */
    public record HeldList(List<HeldItem> items) {}

    @Inject
    private ApprovalService approvals;

    @GET
    public HeldList list() {
        return new HeldList(
                approvals.waiting().stream().map(ApprovalsResource::item).toList());
    }

    private static HeldItem item(HeldRun held) {
        return new HeldItem(
                RunView.of(held.run()),
                held.run().problemCode(),
                held.hold().map(HeldRun.Found::found),
                held.hold().map(HeldRun.Found::allowed),
                held.hold().map(HeldRun.Found::at),
                held.hold().map(HeldRun.Found::people).orElse(List.of()).stream()
                        .map(person -> new PersonItem(
                                person.accountId(), person.displayName(), person.outcome(), person.reasonCode()))
                        .toList());
    }
}

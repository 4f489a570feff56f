package org.photobridge.portal.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.connection.ConnectionView;
import org.photobridge.portal.connection.RegistrationView;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.plan.Plan;

/**
 * What the health banner goes by.
 *
 * @param lastRuns the last run for many people that ended, of each plan that has one
 * @param coverage of the plan that the page shows; empty if there is no plan
 * @param everybodyListed whether a run has ever listed all people of that plan
 */
record HealthFacts(
        List<ConnectionView> connections,
        List<RegistrationView> registrations,
        List<Plan> plans,
        List<RunRow> unfinished,
        List<RunRow> lastRuns,
        Optional<Coverage> coverage,
        boolean everybodyListed,
        Instant now) {}

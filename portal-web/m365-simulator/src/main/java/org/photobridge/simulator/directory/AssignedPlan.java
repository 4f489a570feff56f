package org.photobridge.simulator.directory;

/** One service plan of a person's licences. */
public record AssignedPlan(String servicePlanId, String service, String capabilityStatus) {
    static final String EXCHANGE_PLAN_2 = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    static final String EXCHANGE_FOUNDATION = "113feb6c-3fe4-4440-bddc-54d774bf0318";
    static final String SHAREPOINT_PLAN_2 = "5dbe027f-2339-4123-9542-606e4d348a72";
}

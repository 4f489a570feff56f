package org.photobridge.portal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The first version of the API; what is here is kept, what changes shape gets a second version. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ApiErrors.class,
                ApiJson.class,
                ApprovalsResource.class,
                AuditResource.class,
                GroupsResource.class,
                KnownParameters.class,
                OpenApiResource.class,
                PeopleResource.class,
                PlansResource.class,
                RequestsResource.class,
                RunsResource.class);
    }
}

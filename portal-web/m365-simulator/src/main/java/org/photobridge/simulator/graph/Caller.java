package org.photobridge.simulator.graph;

import org.photobridge.simulator.entra.AccessToken;
import org.photobridge.simulator.entra.AccessTokens;
import org.photobridge.simulator.entra.TokenRefusedException;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.Site;

/** Whose request it is and what that app may read (documented permissions; GRAPH.md 1.6). */
record Caller(AccessToken token) {

    /** @throws GraphException 401 if the token isn't one for Graph, or another is demanded */
    static Caller of(SimRequest request, AccessTokens tokens, GraphSwitches switches) {
        try {
            AccessToken token = tokens.verify(request);
            if (token.site() != Site.GRAPH) {
                throw refused("Access token validation failure. Invalid audience.");
            }
            switches.admit(token);
            return new Caller(token);
        } catch (TokenRefusedException e) {
            throw switch (e.reason()) {
                case MISSING -> refused("Access token is empty.");
                case MALFORMED -> refused("IDX14100: JWT is not well formed, there are no dots (.).");
                case EXPIRED -> refused("Lifetime validation failed, the token is expired.");
                case BAD_SIGNATURE -> refused("Access token validation failure. Invalid signature.");
            };
        }
    }

    private static GraphException refused(String message) {
        return new GraphException(401, "InvalidAuthenticationToken", message);
    }

    boolean readsUsers() {
        return token.hasAny("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All");
    }

    boolean readsGroups() {
        return token.hasAny(
                "GroupMember.Read.All",
                "Group.Read.All",
                "Group.ReadWrite.All",
                "Directory.Read.All",
                "Directory.ReadWrite.All");
    }

    boolean readsHiddenMembers() {
        return token.has("Member.Read.Hidden");
    }

    void mustReadUsers() {
        mustBeAllowed(readsUsers());
    }

    void mustReadGroups() {
        mustBeAllowed(readsGroups());
    }

    void mustReadPhotos() {
        mustBeAllowedPhotos(token.hasAny(
                "ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All", "User.Read.All", "User.ReadWrite.All"));
    }

    void mustWritePhotos() {
        mustBeAllowedPhotos(token.hasAny("ProfilePhoto.ReadWrite.All", "User.ReadWrite.All"));
    }

    private static void mustBeAllowed(boolean allowed) {
        if (!allowed) {
            throw new GraphException(
                    403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }

    private static void mustBeAllowedPhotos(boolean allowed) {
        if (!allowed) {
            throw new GraphException(
                    403,
                    "ErrorInsufficientPermissionsInAccessToken",
                    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ProfileAccessDeniedException' was"
                            + " thrown.");
        }
    }
}

package org.photobridge.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the tenant must consent to: the least permission for each need, and the greater ones that include it. */
enum Permission {
    USERS(
            "permission-users",
            ExchangeError.USERS_FORBIDDEN,
            List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")),
    PHOTOS(
            "permission-photos",
            ExchangeError.PHOTO_FORBIDDEN,
            List.of("ProfilePhoto.Read.All", "ProfilePhoto.ReadWrite.All", "User.Read.All", "User.ReadWrite.All")),
    GROUPS(
            "permission-groups",
            ExchangeError.GROUPS_FORBIDDEN,
            List.of(
                    "GroupMember.Read.All",
                    "GroupMember.ReadWrite.All",
                    "Group.Read.All",
                    "Group.ReadWrite.All",
                    "Directory.Read.All",
                    "Directory.ReadWrite.All"));

    private final String check;
    private final ExchangeError error;
    private final List<String> sufficient;

    Permission(String check, ExchangeError error, List<String> sufficient) {
        this.check = check;
        this.error = error;
        this.sufficient = sufficient;
    }

    /** Whether a failed check's code means that a permission is missing. */
    static boolean isMissing(String code) {
        return Arrays.stream(values())
                .anyMatch(permission -> permission.error.code().equals(code));
    }

    /** The name of its health check. */
    String check() {
        return check;
    }

    /** The permission that the documentation asks for. */
    String least() {
        return sufficient.get(0);
    }

    ExchangeError error() {
        return error;
    }

    /** The granted permission that is enough, the least first. */
    Optional<String> grantedBy(List<String> roles) {
        return sufficient.stream().filter(roles::contains).findFirst();
    }
}

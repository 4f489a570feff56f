package org.photobridge.sharepoint;

import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetPicture;

/**
 * Fetches what SharePoint's own photo page sends of a person, from the tenant's root site and from nowhere else. It is to
 * be looked at, and proves nothing: the page answers 200 with a placeholder to anything, and caches keep its answers.
 */
final class UserPhotoPage {
    private static final String ADDRESS = "/_layouts/15/userphoto.aspx?size=L&accountname=";

    private final SharePointHosts hosts;
    private final PersonFinder finder;
    private final String accountPrefix;

    UserPhotoPage(SharePointHosts hosts, PersonFinder finder, String accountPrefix) {
        this.hosts = hosts;
        this.finder = finder;
        this.accountPrefix = accountPrefix;
    }

    /**
     * The picture under the address that moves with the profile's picture timestamp, so that no cache answers with one from
     * before the last change.
     */
    ServedPicture picture(Account account, CallContext call) {
        AccountName name = AccountName.of(account, accountPrefix);
        Optional<String> moved = finder.profile(name, call)
                .map(profile -> profile.picture().timestamp())
                .filter(timestamp -> !timestamp.isBlank());
        byte[] sent = fetch(
                address(name) + moved.map(t -> "&t=" + ODataText.escape(t)).orElse(""), call);
        return Placeholders.isPlaceholder(sent) ? ServedPicture.none() : ServedPicture.of(TargetPicture.of(sent));
    }

    /** What everybody gets who doesn't move the address: it may come from a cache. */
    byte[] plain(AccountName name, CallContext call) {
        return fetch(address(name), call);
    }

    private static String address(AccountName name) {
        return ADDRESS + ODataText.escape(name.upn());
    }

    private byte[] fetch(String path, CallContext call) {
        try (Permit permit = call.acquire(LimitNames.requests(1))) {
            return hosts.send(ServiceRequest.get(Site.ROOT, path), call).body();
        }
    }
}

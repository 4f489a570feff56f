package org.photobridge.simulator.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each site of the running simulator is reached, without a trailing slash. */
public record SiteUrls(Map<Site, URI> urls) {

    public SiteUrls {
        urls = Map.copyOf(urls);
    }

    public URI of(Site site) {
        return urls.get(site);
    }

    /** The SharePoint or Graph site that an audience such as {@code https://localhost:9442} names. */
    public Optional<Site> named(String audience) {
        String wanted = canonical(audience);
        return urls.entrySet().stream()
                .filter(entry -> entry.getKey() != Site.CONTROL && entry.getKey() != Site.LOGIN)
                .filter(entry -> canonical(entry.getValue().toString()).equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The loopback address has three spellings; they mean one host here, as they'd never do at Microsoft. */
    private static String canonical(String url) {
        String lower = url.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        return lower.replace("://127.0.0.1", "://localhost").replace("://[::1]", "://localhost");
    }
}

package org.photobridge.simulator.sharepoint;

import java.time.Duration;

/**
 * How SharePoint pulls a picture by itself, where the sources differ or tenants do.
 *
 * @param guard the time between two pulls of one person: 24 hours (documented), 72 at worst (observed)
 * @param errorBackOff how long a failed pull isn't tried again (documented for SharePoint Server only)
 * @param pictureEditable whether people may edit the Picture property; if not, nothing is pulled (documented)
 * @param syncStateProtects whether SPS-PictureExchangeSyncState 0 stops it (sources contradict; no by default)
 * @param blankPictures the regression of October 2021: placeholders are written over good pictures (observed)
 */
public record PullRules(
        Duration guard,
        Duration errorBackOff,
        boolean pictureEditable,
        boolean syncStateProtects,
        boolean blankPictures) {

    public static PullRules usual() {
        return new PullRules(Duration.ofHours(24), Duration.ofHours(12), true, false, false);
    }
}

package org.photobridge.sharepoint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four profile properties that make up a person's picture. All are texts; an unset one is empty.
 *
 * @param pictureUrl where the middle thumbnail is; people can edit it, so it is no proof of anything
 * @param placeholderState {@code 1} makes SharePoint show its placeholder whatever the URL says
 * @param timestamp seconds since the year 1, see {@link PictureTimestamp}
 * @param exchangeSyncState whether SharePoint fetches the picture from Exchange by itself
 */
record PictureProperties(String pictureUrl, String placeholderState, String timestamp, String exchangeSyncState) {
    static final String PICTURE_URL = "PictureURL";
    static final String PLACEHOLDER_STATE = "SPS-PicturePlaceholderState";
    static final String TIMESTAMP = "SPS-PictureTimestamp";
    static final String EXCHANGE_SYNC_STATE = "SPS-PictureExchangeSyncState";

    static PictureProperties of(Map<String, String> values) {
        return new PictureProperties(
                values.getOrDefault(PICTURE_URL, ""),
                values.getOrDefault(PLACEHOLDER_STATE, ""),
                values.getOrDefault(TIMESTAMP, ""),
                values.getOrDefault(EXCHANGE_SYNC_STATE, ""));
    }

    /** By name, in the order to set them: the address before the state that makes SharePoint show it. */
    Map<String, String> byName() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(PICTURE_URL, pictureUrl);
        values.put(PLACEHOLDER_STATE, placeholderState);
        values.put(TIMESTAMP, timestamp);
        values.put(EXCHANGE_SYNC_STATE, exchangeSyncState);
        return values;
    }

    /** Whether SharePoint shows a picture by these values. */
    boolean isShown() {
        return !pictureUrl.isBlank() && !placeholderState.equals("1");
    }
}

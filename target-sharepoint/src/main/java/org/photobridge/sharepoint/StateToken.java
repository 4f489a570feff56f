package org.photobridge.sharepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.TargetToken;

/**
 * What was read of a person and is needed for a write: the engine hands it back, so nothing is read twice.
 *
 * @param accountName as SharePoint writes it
 * @param location where to put the thumbnails
 * @param accountForm whether that place is named by the account, so that another person's may be the same
 * @param pictureUrl what the property held
 * @param timestamp what the property held
 * @param largeHash the digest of the large thumbnail that was there; empty if it wasn't read or there was none
 */
record StateToken(
        String accountName,
        PictureLocation location,
        boolean accountForm,
        String pictureUrl,
        String timestamp,
        String largeHash) {

    static StateToken of(Person person, Map<ThumbnailSize, byte[]> files) {
        byte[] large = files.get(ThumbnailSize.L);
        return new StateToken(
                person.profile().accountName(),
                person.location(),
                person.ownership().isAccountForm(person.location().base()),
                person.picture().pictureUrl(),
                person.picture().timestamp(),
                large == null ? "" : Hashes.of(large));
    }

    TargetToken toToken() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("accountName", accountName);
        values.put("folder", location.folder());
        values.put("base", location.base());
        values.put("accountForm", accountForm);
        values.put("pictureUrl", pictureUrl);
        values.put("timestamp", timestamp);
        values.put("largeHash", largeHash);
        return new TargetToken(Json.write(values));
    }

    /** Empty for a token that isn't ours, such as one of another version. */
    static Optional<StateToken> read(TargetToken token) {
        return Json.parse(token.value()).filter(StateToken::isComplete).map(StateToken::from);
    }

    private static boolean isComplete(Json values) {
        return values.text("accountName").isPresent()
                && values.text("folder").isPresent()
                && values.text("base").isPresent();
    }

    private static StateToken from(Json values) {
        return new StateToken(
                values.text("accountName").orElseThrow(),
                new PictureLocation(
                        values.text("folder").orElseThrow(), values.text("base").orElseThrow()),
                values.get("accountForm").isTrue(),
                values.text("pictureUrl").orElse(""),
                values.text("timestamp").orElse(""),
                values.text("largeHash").orElse(""));
    }
}

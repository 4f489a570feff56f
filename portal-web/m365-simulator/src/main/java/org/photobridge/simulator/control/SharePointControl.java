package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.sharepoint.PullRules;
import org.photobridge.simulator.sharepoint.SharePointState;

/** Shows and sets how SharePoint pulls and serves pictures, and the files it has. */
final class SharePointControl {
    private final SharePointState sharePoint;

    SharePointControl(SharePointState sharePoint) {
        this.sharePoint = sharePoint;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "sharepoint")) {
            return Optional.of(shown());
        }
        if (call.is("PATCH", "sharepoint")) {
            change(call.json());
            return Optional.of(shown());
        }
        if (call.is("POST", "sharepoint", "cookie")) {
            ObjectNode node = ControlCall.JSON.createObjectNode();
            return Optional.of(SimResponse.json(200, node.put("cookie", sharePoint.browserCookie())));
        }
        if (call.is("DELETE", "sharepoint", "pictures")) {
            sharePoint.removePicturesFolder();
            return Optional.of(shown());
        }
        return ofFile(call);
    }

    private Optional<SimResponse> ofFile(ControlCall call) {
        String path = sharePoint.picturesFolder() + "/" + call.segment(2);
        if (call.is("GET", "sharepoint", "pictures", "*")) {
            return Optional.of(sharePoint
                    .file(path)
                    .map(bytes -> SimResponse.of(200, "application/octet-stream", bytes))
                    .orElseThrow(() -> missing(path)));
        }
        if (call.is("PUT", "sharepoint", "pictures", "*")) {
            sharePoint.putFile(path, call.request().body());
            return Optional.of(SimResponse.empty(204));
        }
        if (call.is("DELETE", "sharepoint", "pictures", "*")) {
            if (!sharePoint.deleteFile(path)) {
                throw missing(path);
            }
            return Optional.of(SimResponse.empty(204));
        }
        return Optional.empty();
    }

    private static ControlException missing(String path) {
        return new ControlException(404, "There is no file " + path);
    }

    private void change(JsonNode wish) {
        PullRules now = sharePoint.pullRules();
        JsonNode pull = wish.path("pull");
        sharePoint.setPullRules(new PullRules(
                duration(pull, "guard", now.guard()),
                duration(pull, "errorBackOff", now.errorBackOff()),
                pull.path("pictureEditable").asBoolean(now.pictureEditable()),
                pull.path("syncStateProtects").asBoolean(now.syncStateProtects()),
                pull.path("blankPictures").asBoolean(now.blankPictures())));
        sharePoint.keepServedPicturesFor(duration(wish, "keepServedPictures", sharePoint.servedPicturesKeptFor()));
        sharePoint.showPeopleSystemPictures(
                wish.path("peopleSystemPictures").asBoolean(sharePoint.arePeopleSystemPicturesShown()));
        sharePoint.holdRenames(wish.path("renamesHeld").asBoolean(sharePoint.areRenamesHeld()));
        if (wish.has("cdnTokenLife")) {
            Duration life = duration(wish, "cdnTokenLife", Duration.ZERO);
            sharePoint.redirectPhotosToCdn(life.isZero() ? Optional.empty() : Optional.of(life));
        }
    }

    private static Duration duration(JsonNode wish, String name, Duration now) {
        try {
            return wish.has(name) ? Duration.parse(wish.get(name).asText()) : now;
        } catch (DateTimeParseException e) {
            throw new ControlException(400, name + " is a duration such as PT24H");
        }
    }

    private SimResponse shown() {
        ObjectNode node = ControlCall.JSON.createObjectNode();
        node.put("picturesFolder", sharePoint.picturesFolder());
        PullRules rules = sharePoint.pullRules();
        node.putObject("pull")
                .put("guard", rules.guard().toString())
                .put("errorBackOff", rules.errorBackOff().toString())
                .put("pictureEditable", rules.pictureEditable())
                .put("syncStateProtects", rules.syncStateProtects())
                .put("blankPictures", rules.blankPictures());
        node.put("keepServedPictures", sharePoint.servedPicturesKeptFor().toString());
        node.put("peopleSystemPictures", sharePoint.arePeopleSystemPicturesShown());
        node.put("renamesHeld", sharePoint.areRenamesHeld());
        node.put("cdnTokenLife", sharePoint.cdnTokenLife().orElse(Duration.ZERO).toString());
        return SimResponse.json(200, node);
    }
}

package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.Photo;
import org.photobridge.simulator.directory.PhotoShape;
import org.photobridge.simulator.directory.PhotoSize;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** A person's photo: metadata, the sizes, the bytes; writing and deleting it. */
final class Photos {
    private static final int LARGEST_UPLOAD = 4 * 1024 * 1024;
    private static final Duration SLOWNESS = Duration.ofSeconds(5);

    private final Tenant tenant;
    private final GraphSwitches switches;

    Photos(Tenant tenant, GraphSwitches switches) {
        this.tenant = tenant;
        this.switches = switches;
    }

    /** @param size empty for the largest */
    SimResponse metadata(SimRequest request, Caller caller, Person person, Optional<String> size) {
        Photo photo = readable(caller, person);
        PhotoSize wanted = size.map(written -> size(photo, written)).orElse(photo.largest());
        ObjectNode node = described(person, photo, wanted);
        node.put("@odata.context", context(request, person) + "/photo/$entity");
        return paced(photo, SimResponse.json(200, node));
    }

    SimResponse list(SimRequest request, Caller caller, Person person) {
        Photo photo = readable(caller, person);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@odata.context", context(request, person) + "/photos");
        ArrayNode value = node.putArray("value");
        photo.sizes().forEach(size -> value.add(described(person, photo, size)));
        return paced(photo, SimResponse.json(200, node));
    }

    /** Observed: chunked, an ETag in Exchange's style; If-None-Match is ignored, unless a switch says otherwise. */
    SimResponse content(SimRequest request, Caller caller, Person person, Optional<String> size) {
        Photo photo = readable(caller, person);
        PhotoSize wanted = size.map(written -> size(photo, written)).orElse(photo.largest());
        // Undocumented whether it equals the metadata's: here it never does.
        String etag = "\"" + etag(photo, wanted + "/$value") + "\"";
        SimResponse response = isKnown(request, etag)
                ? SimResponse.empty(304)
                : SimResponse.of(200, photo.contentType(), tenant.photos().bytes(person, wanted))
                        .withChunks();
        return paced(photo, response.with("Cache-Control", "private").with("ETag", etag));
    }

    private boolean isKnown(SimRequest request, String etag) {
        return switches.answersNotModified()
                && Arrays.stream(request.header("If-None-Match").orElse("").split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*")
                                || known.replaceFirst("^W/", "").equals(etag));
    }

    SimResponse write(SimRequest request, Caller caller, Person person) {
        caller.mustWritePhotos();
        String type = request.header("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT);
        if (type.isEmpty()) {
            throw new GraphException(400, "BadRequest", "Entity only allows writes with a JSON Content-Type header.");
        }
        if (!type.startsWith("image/")) {
            throw new GraphException(415, "UnsupportedMediaType", "The content type '" + type + "' is not supported.");
        }
        if (request.body().length > LARGEST_UPLOAD) {
            throw new GraphException(413, "RequestBodyTooLarge", "The photo is larger than 4 MB.");
        }
        if (tenant.photos().shape(person) == PhotoShape.NO_MAILBOX) {
            throw PhotoRefusals.of(PhotoShape.NO_MAILBOX, person);
        }
        try {
            tenant.photos().upload(person, request.body());
        } catch (IOException e) {
            throw new GraphException(400, "ErrorInvalidImage", "The image is not valid.");
        }
        return SimResponse.empty(200);
    }

    SimResponse delete(Caller caller, Person person) {
        caller.mustWritePhotos();
        readable(caller, person);
        tenant.photos().delete(person);
        return SimResponse.empty(204);
    }

    private Photo readable(Caller caller, Person person) {
        caller.mustReadPhotos();
        return tenant.photos()
                .photo(person)
                .orElseThrow(() -> PhotoRefusals.of(tenant.photos().shape(person), person));
    }

    private static PhotoSize size(Photo photo, String written) {
        PhotoSize wanted = PhotoSize.parse(written)
                .orElseThrow(() -> new GraphException(
                        400, "ErrorInvalidImageId", "The value '" + written + "' is no size of a photo."));
        if (!photo.sizes().contains(wanted)) {
            throw PhotoRefusals.imageNotFound();
        }
        return wanted;
    }

    private ObjectNode described(Person person, Photo photo, PhotoSize size) {
        boolean placeholder = photo.shape() == PhotoShape.PLACEHOLDER_GIF;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(
                "@odata.id",
                "https://graph.microsoft.com/v1.0/users('" + person.objectId() + "@" + tenant.id() + "')/photo");
        node.put("@odata.mediaContentType", photo.contentType());
        node.put("@odata.mediaEtag", placeholder ? "" : "\"" + etag(photo, size.toString()) + "\"");
        node.put("id", size.toString());
        node.put("width", size.width());
        node.put("height", size.height());
        return node;
    }

    /** Undocumented whether etags are per photo or per size: here each size has its own. */
    private static String etag(Photo photo, String what) {
        return String.format("%08X", (photo.etag() + what).hashCode() * 0x9E3779B1);
    }

    private static String context(SimRequest request, Person person) {
        return request.baseUrl() + "/v1.0/$metadata#users('" + person.objectId() + "')";
    }

    private static SimResponse paced(Photo photo, SimResponse response) {
        return photo.shape() == PhotoShape.SLOW ? response.after(SLOWNESS) : response;
    }
}

package org.photobridge.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.simulator.directory.MailboxKind;
import org.photobridge.simulator.directory.Person;
import org.photobridge.simulator.directory.PersonName;
import org.photobridge.simulator.directory.Photo;
import org.photobridge.simulator.directory.PhotoShape;
import org.photobridge.simulator.directory.PhotoSize;
import org.photobridge.simulator.directory.PhotoStore;
import org.photobridge.simulator.directory.Standing;
import org.photobridge.simulator.directory.Tenant;
import org.photobridge.simulator.directory.Work;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.sharepoint.SharePointState;

/** Shows and changes people, their photos and what SharePoint holds of them. */
final class PeopleControl {
    private final Tenant tenant;
    private final SharePointState sharePoint;

    PeopleControl(Tenant tenant, SharePointState sharePoint) {
        this.tenant = tenant;
        this.sharePoint = sharePoint;
    }

    /** Empty if the call is for something else. */
    Optional<SimResponse> answer(ControlCall call) {
        if (call.is("GET", "people")) {
            return Optional.of(list(call));
        }
        if (!call.segment(0).equals("people") || call.segments().size() < 2) {
            return Optional.empty();
        }
        Person person = tenant.find(call.segment(1))
                .orElseThrow(() -> new ControlException(404, "There is no person " + call.segment(1)));
        return ofPerson(call, person).or(() -> ofPhoto(call, person)).or(() -> ofSharePoint(call, person));
    }

    private SimResponse list(ControlCall call) {
        String wanted = call.parameter("query").orElse("").toLowerCase(Locale.ROOT);
        ObjectNode answer = ControlCall.JSON.createObjectNode();
        ArrayNode people = answer.putArray("people");
        tenant.people()
                .filter(person -> (person.displayName() + " " + person.userPrincipalName())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .skip(call.number("skip", 0))
                .limit(call.number("limit", 100))
                .forEach(person -> people.add(brief(person)));
        return SimResponse.json(200, answer);
    }

    private Optional<SimResponse> ofPerson(ControlCall call, Person person) {
        if (call.is("GET", "people", "*")) {
            return Optional.of(SimResponse.json(200, full(person)));
        }
        if (call.is("PATCH", "people", "*")) {
            tenant.change(changed(person, call.json()));
            return Optional.of(SimResponse.json(200, full(tenant.person(person.index()))));
        }
        return Optional.empty();
    }

    private Optional<SimResponse> ofPhoto(ControlCall call, Person person) {
        PhotoStore photos = tenant.photos();
        if (call.is("GET", "people", "*", "photo")) {
            return Optional.of(photos.current(person)
                    .map(bytes -> SimResponse.of(200, "application/octet-stream", bytes))
                    .orElseThrow(() -> new ControlException(404, "There is no photo: " + photos.shape(person))));
        }
        if (call.is("PUT", "people", "*", "photo")) {
            return Optional.of(put(call, person));
        }
        if (call.is("DELETE", "people", "*", "photo")) {
            photos.delete(person);
            return done(person);
        }
        return changing(call, person);
    }

    private Optional<SimResponse> changing(ControlCall call, Person person) {
        PhotoStore photos = tenant.photos();
        if (!call.segment(2).equals("photo") || !call.is("POST", "people", "*", "photo", "*")) {
            return Optional.empty();
        }
        switch (call.segment(3)) {
            case "replace" -> {
                if (call.flag("unnoticed")) {
                    photos.replaceUnnoticed(person);
                } else {
                    photos.replace(person);
                }
            }
            case "touch" -> photos.touch(person);
            case "shape" ->
                photos.reshape(
                        person,
                        ControlCall.named(
                                PhotoShape.class, call.parameter("shape").orElse("")));
            default -> throw new ControlException(404, "A photo can't be made to " + call.segment(3));
        }
        return done(person);
    }

    private SimResponse put(ControlCall call, Person person) {
        byte[] bytes = call.request().body();
        if (call.flag("verbatim")) {
            PhotoSize size = PhotoSize.parse(call.parameter("size").orElse("648x648"))
                    .orElseThrow(() -> new ControlException(400, "size is written 648x648"));
            tenant.photos()
                    .putVerbatim(
                            person, bytes, call.request().header("Content-Type").orElse("image/jpeg"), size);
        } else {
            upload(person, bytes);
        }
        return SimResponse.json(200, full(person));
    }

    private void upload(Person person, byte[] bytes) {
        try {
            tenant.photos().upload(person, bytes);
        } catch (IOException e) {
            throw new ControlException(400, "That is no picture (verbatim=true takes anything): " + e.getMessage());
        }
    }

    private Optional<SimResponse> ofSharePoint(ControlCall call, Person person) {
        if (call.is("POST", "people", "*", "visit")) {
            ObjectNode answer = ControlCall.JSON.createObjectNode();
            return Optional.of(SimResponse.json(
                    200, answer.put("outcome", sharePoint.visit(person).name())));
        }
        if (call.is("PUT", "people", "*", "profile", "*")) {
            if (sharePoint.profile(person).isEmpty()) {
                throw new ControlException(409, "SharePoint has no profile of this person: POST .../profile makes one");
            }
            sharePoint.setProperty(person, call.segment(3), call.request().bodyText());
            return done(person);
        }
        if (call.is("POST", "people", "*", "geography")) {
            sharePoint.move(person, call.parameter("mySite").filter(host -> !host.isBlank()));
            return done(person);
        }
        if (call.is("POST", "people", "*", "profile")) {
            sharePoint.createProfile(person);
            return done(person);
        }
        return Optional.empty();
    }

    private Optional<SimResponse> done(Person person) {
        return Optional.of(SimResponse.json(200, full(person)));
    }

    private ObjectNode brief(Person person) {
        ObjectNode node = ControlCall.JSON.createObjectNode();
        node.put("index", person.index());
        node.put("objectId", person.objectId());
        node.put("userPrincipalName", person.userPrincipalName());
        node.put("displayName", person.displayName());
        node.put("photo", tenant.photos().shape(person).name());
        node.put("sharePointAtStart", person.sharePoint().name());
        return node;
    }

    private ObjectNode full(Person person) {
        ObjectNode node = brief(person);
        node.put("accountEnabled", person.standing().accountEnabled());
        node.put("userType", person.standing().userType());
        node.put("mailbox", person.standing().mailbox().name());
        node.put("department", person.work().department());
        node.put("etag", tenant.photos().photo(person).map(Photo::etag).orElse(""));
        Map<String, String> profile = sharePoint.profile(person).orElse(Map.of());
        ObjectNode properties = node.putObject("profile");
        profile.forEach(properties::put);
        return node;
    }

    private static Person changed(Person person, JsonNode wishes) {
        Standing standing = person.standing();
        Standing newStanding = new Standing(
                wishes.path("accountEnabled").asBoolean(standing.accountEnabled()),
                wishes.path("userType").asText(standing.userType()),
                ControlCall.named(
                        MailboxKind.class,
                        wishes.path("mailbox").asText(standing.mailbox().name())),
                standing.preferredLanguage());
        Work work = person.work();
        Work newWork = new Work(
                wishes.path("department").asText(work.department()),
                wishes.path("jobTitle").asText(work.jobTitle()),
                wishes.path("office").asText(work.office()),
                work.country(),
                work.employeeId());
        PersonName name = person.name();
        PersonName newName = new PersonName(
                name.given(), name.surname(), wishes.path("displayName").asText(name.display()));
        return person.withStanding(newStanding)
                .withWork(newWork)
                .withName(newName)
                .withUserPrincipalName(wishes.path("userPrincipalName").asText(person.userPrincipalName()));
    }
}

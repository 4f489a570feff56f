package org.photobridge.exchange;

import com.microsoft.kiota.RequestInformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.EligibilityFact;
import org.photobridge.spi.Fact;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.ProviderException;

/** What Microsoft 365 says of one person, for the person page: the account, the mailbox, the photo. */
final class PersonFacts {
    private final GraphGateway gateway;

    PersonFacts(GraphGateway gateway) {
        this.gateway = gateway;
    }

    /** @return empty if the directory doesn't know the person (any more) */
    List<Fact> of(Account account, CallContext call) {
        RequestInformation request = gateway.requests()
                .users()
                .byUserId(account.id())
                .toGetRequestInformation(asked -> asked.queryParameters.select = AccountReading.PROPERTIES);
        GraphAnswer user = gateway.get(request, ExchangeLimits.directory(1), call);
        if (user.isOk()) {
            List<Fact> facts = new ArrayList<>(accountFacts(user.json()));
            facts.addAll(photoFacts(account, call));
            return facts;
        }
        ProviderException refusal = GraphRefusal.of(user).exception(Subject.USERS, gateway.clock());
        if (refusal.code().equals(ExchangeError.USER_GONE.code())) {
            return List.of();
        }
        throw refusal;
    }

    private static List<Fact> accountFacts(Json user) {
        return List.of(
                fact("kind", kind(user)),
                fact("signIn", signIn(user)),
                fact("mailbox", mailbox(user)),
                fact("directory", directory(user)));
    }

    private static LocalText kind(Json user) {
        boolean guest = AccountReading.facts(user).contains(EligibilityFact.GUEST);
        return guest
                ? Texts.of("fact.kind.guest")
                : Texts.of(user.has("userType") ? "fact.kind.member" : "fact.unknown");
    }

    private static LocalText signIn(Json user) {
        return user.flag("accountEnabled")
                .map(enabled -> Texts.of(enabled ? "fact.signIn.allowed" : "fact.signIn.blocked"))
                .orElse(Texts.of("fact.unknown"));
    }

    private static LocalText mailbox(Json user) {
        if (!user.has("assignedPlans")) {
            return Texts.of("fact.unknown");
        }
        if (AccountReading.hasMailboxPlan(user)) {
            return Texts.of("fact.mailbox.licensed");
        }
        boolean local = AccountReading.facts(user).contains(EligibilityFact.MAILBOX_ON_PREMISES);
        return Texts.of(local ? "fact.mailbox.onPremises" : "fact.mailbox.none");
    }

    private static LocalText directory(Json user) {
        boolean synced = user.flag("onPremisesSyncEnabled").orElse(false);
        return Texts.of(synced ? "fact.directory.synced" : "fact.directory.cloud");
    }

    private List<Fact> photoFacts(Account account, CallContext call) {
        Map<String, RequestInformation> question = new LinkedHashMap<>();
        question.put(
                "photo",
                gateway.requests().users().byUserId(account.id()).photo().toGetRequestInformation());
        Optional<GraphAnswer> answer =
                Optional.ofNullable(gateway.batch(question, Subject.PHOTO, ExchangeLimits.photos(1), call)
                        .get("photo"));
        Optional<GraphAnswer> good = answer.filter(GraphAnswer::isOk);
        Optional<PhotoMetadata> metadata =
                good.flatMap(given -> PhotoMetadata.of(given.json())).filter(found -> !found.isPlaceholder());
        if (metadata.isPresent()) {
            return photo(
                    metadata.get(),
                    good.get().json().text("@odata.mediaContentType").orElse(""));
        }
        return List.of(fact("photo", withoutPhoto(answer)));
    }

    private static List<Fact> photo(PhotoMetadata metadata, String type) {
        String size = metadata.width() + " × " + metadata.height();
        return List.of(
                fact("photo", LocalText.of(type.isEmpty() ? size : size + ", " + type)),
                fact("version", LocalText.of(metadata.etag())));
    }

    private LocalText withoutPhoto(Optional<GraphAnswer> answer) {
        if (answer.isEmpty()) {
            return ExchangeError.BATCH_INCOMPLETE.cause();
        }
        if (answer.get().isOk()) {
            return ExchangeError.PLACEHOLDER.cause();
        }
        String code = PhotoAbsence.resultOf(answer.get(), gateway.clock()) instanceof PhotoResult.Absent absent
                ? absent.code()
                : GraphRefusal.of(answer.get())
                        .failure(Subject.PHOTO, gateway.clock())
                        .code();
        return ExchangeError.of(code).orElse(ExchangeError.NOT_FOUND).cause();
    }

    private static Fact fact(String name, LocalText value) {
        return new Fact(Texts.of("fact." + name + ".label"), value);
    }
}

package org.photobridge.exchange;

import com.microsoft.kiota.RequestInformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** Finds the people of a typed list, by object id, UPN or e-mail address: one question for each, asked in one batch. */
final class PeopleLookup {
    private static final System.Logger LOG = System.getLogger(PeopleLookup.class.getName());

    private final GraphGateway gateway;

    PeopleLookup(GraphGateway gateway) {
        this.gateway = gateway;
    }

    AccountPage these(List<String> identifiers, CallContext call) {
        Map<String, RequestInformation> questions = new LinkedHashMap<>();
        for (String identifier : identifiers) {
            String text = SearchText.of(identifier);
            if (SearchText.isComparable(text)) {
                questions.put(Integer.toString(questions.size()), question(text));
            }
        }
        return AccountPage.last(questions.isEmpty() ? List.of() : AccountListing.distinct(ask(questions, call)));
    }

    private List<Json> ask(Map<String, RequestInformation> questions, CallContext call) {
        Map<String, GraphAnswer> answers =
                gateway.batch(questions, Subject.USERS, ExchangeLimits.directory(questions.size()), call);
        List<Json> users = new ArrayList<>();
        questions.keySet().forEach(id -> users.addAll(users(Optional.ofNullable(answers.get(id)))));
        return users;
    }

    private List<Json> users(Optional<GraphAnswer> answer) {
        GraphAnswer given = answer.orElseThrow(
                () -> ExchangeError.BATCH_INCOMPLETE.exception("A question of a batch was left without an answer"));
        if (given.isOk()) {
            Json body = given.json();
            return body.has("value") ? body.list("value") : List.of(body);
        }
        Failure failure = GraphRefusal.of(given).failure(Subject.USERS, gateway.clock());
        if (failure.code().equals(ExchangeError.USER_GONE.code())) {
            return List.of();
        }
        if (isMalformed(given, failure)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Graph cannot look for one of the names asked for: {0}",
                    failure.message());
            return List.of();
        }
        throw new ProviderException(failure);
    }

    /** A name that Graph can't even look for is nobody's; the other names of the list aren't to suffer for it. */
    private static boolean isMalformed(GraphAnswer given, Failure failure) {
        return given.status() == 400 && failure.code().equals(ExchangeError.REJECTED.code());
    }

    private RequestInformation question(String text) {
        if (SettingsCheck.GUID.matcher(text).matches()) {
            return gateway.requests().users().byUserId(text).toGetRequestInformation(asked -> {
                asked.queryParameters.select = AccountReading.PROPERTIES;
            });
        }
        String literal = SearchText.literal(text);
        return gateway.requests().users().toGetRequestInformation(asked -> {
            asked.queryParameters.filter = "userPrincipalName eq " + literal + " or mail eq " + literal;
            asked.queryParameters.select = AccountReading.PROPERTIES;
        });
    }
}

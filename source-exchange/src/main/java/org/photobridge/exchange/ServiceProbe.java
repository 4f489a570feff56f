package org.photobridge.exchange;

import com.microsoft.kiota.RequestInformation;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.ProviderException;

/** Tries the cheapest call of each kind; a token that looks right proves nothing. */
final class ServiceProbe {
    private final GraphGateway gateway;
    private final CallContext call;
    private Optional<String> anybody = Optional.empty();

    ServiceProbe(GraphGateway gateway, CallContext call) {
        this.gateway = gateway;
        this.call = call;
    }

    void users() {
        RequestInformation request = gateway.requests().users().toGetRequestInformation(asked -> {
            asked.queryParameters.select = new String[] {"id"};
            asked.queryParameters.top = 1;
        });
        List<Json> users = gateway.document(request, Subject.USERS, ExchangeLimits.directory(1), call)
                .list("value");
        anybody = users.stream().flatMap(user -> user.text("id").stream()).findFirst();
    }

    /** That somebody has no photo is a good answer here. */
    void photos() {
        if (anybody.isEmpty()) {
            return;
        }
        RequestInformation request =
                gateway.requests().users().byUserId(anybody.get()).photo().toGetRequestInformation();
        GraphAnswer answer = gateway.get(request, ExchangeLimits.photos(1), call);
        if (!answer.isOk() && PhotoAbsence.resultOf(answer, gateway.clock()) instanceof PhotoResult.Failed failed) {
            throw new ProviderException(failed.failure());
        }
    }

    void groups() {
        RequestInformation request = gateway.requests().groups().toGetRequestInformation(asked -> {
            asked.queryParameters.select = new String[] {"id"};
            asked.queryParameters.top = 1;
        });
        gateway.document(request, Subject.GROUPS, ExchangeLimits.directory(1), call);
    }
}

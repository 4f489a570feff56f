package org.photobridge.portal.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.photobridge.simulator.certificate.CertificateMaker;
import org.photobridge.simulator.certificate.KeyedCertificate;

/** A bootstrap file with a mistake of each kind, and one without any. */
final class BootstrapFiles {
    static final String TOKEN = "a-token-of-this-test-alone-0123456789";
    static final String PLAN = "Everybody";

    /** Each mistake by its path; a path with two mistakes is here twice. */
    static final List<String> MISTAKES = List.of(
            "colour",
            "allowCustomHosts",
            "appRegistrations[1].name",
            "appRegistrations[1].tenantID",
            "appRegistrations[1].tenantId",
            "appRegistrations[1].clientId",
            "appRegistrations[1].cloud",
            "appRegistrations[1].clientSecret",
            "appRegistrations[1].certificate.file",
            "appRegistrations[1].certificate.pasword",
            "appRegistrations[2].tenantId",
            "connections[0].values.photoCall",
            "connections[0].secrets.clientSecrt",
            "connections[0].certificates.certificat",
            "connections[0].limit",
            "connections[0].limits.outlok",
            "connections[1].values.sizeL",
            "connections[1].values.accountPrefix",
            "connections[1].limits.ru.units",
            "connections[1].limits.ru.per",
            "connections[1].limits.ru-day.window",
            "connections[1].limits.people-manager.units",
            "connections[1].limits.people-manager.window",
            "connections[2].provider",
            "connections[2].role",
            "connections[2].appRegistration",
            "connections[2].caFile",
            "connections[3].name",
            "connections[3].provider",
            "connections[3].role",
            "connections[4].limits.minute",
            "connections[6].name",
            "connections[7].values.photoCalls",
            "plans[0].source",
            "plans[0].target",
            "plans[0].enabeld",
            "plans[0].who.groups[0].id",
            "plans[0].who.groups[0].idd",
            "plans[0].who.onlyWith.department",
            "plans[0].who.exluded",
            "plans[0].rules.lookAgain",
            "plans[0].rules.lookAgainDays",
            "plans[0].rules.notOurs",
            "plans[0].rules.excludedFacts",
            "plans[0].rules.guardPercent",
            "plans[0].schedule.days",
            "plans[0].schedule.time",
            "plans[0].schedule.zone",
            "plans[0].schedule.at",
            "plans[1].name",
            "plans[1].source",
            "plans[1].target",
            "apiTokens[0].token",
            "apiTokens[0].tokn",
            "apiTokens[1].name",
            "apiTokens[1].roles",
            "apiTokens[1].token",
            "apiTokens[2].token",
            "apiTokens[3].token.env",
            "apiTokens[3].token.fiel",
            "apiTokens[4].token",
            "apiTokens[6].token");

    /** Of some of them what is said. */
    static final List<String> WORDS = List.of(
            "colour: is unknown here; known are allowCustomHosts, apiTokens, appRegistrations, connections, plans",
            "connections[0].values.photoCall: is unknown here; known are batchesInFlight,",
            "connections[0].limits.outlok: is unknown here; the limits of this provider are directory,",
            "connections[1].limits.ru.units: must be a whole number from 1",
            "connections[1].limits.ru-day.window: must be whole seconds",
            "connections[2].appRegistration: there is no app registration 'Ap' in this file",
            "connections[4].limits.minute: is unknown here; the limits of this provider are people-man",
            "plans[0].schedule.zone: must be a time zone such as Europe/Berlin, not 'Mars/Olympus'");

    private static final String APP = """
            {"name": "App", "tenantId": "contoso.onmicrosoft.com",
             "clientId": "11111111-2222-3333-4444-555555555555", "certificate": {"file": "app.pem"}}
            """;

    private static final String GOOD = """
            {"appRegistrations": [%s],
             "connections": [
               {"name": "Exchange", "provider": "exchange", "role": "source", "appRegistration": "App"},
               {"name": "SharePoint", "provider": "sharepoint", "role": "target", "appRegistration": "App",
                "values": {"tenantName": "contoso"}}],
             "plans": [{"name": "%s", "source": "Exchange", "target": "SharePoint"}],
             "apiTokens": [{"name": "script", "token": {"file": "token"}}]}
            """.formatted(APP, PLAN);

    private static final String WRONG = """
            {"colour": "blue", "allowCustomHosts": "yes",
             "appRegistrations": [%s,
               {"name": "App", "tenantID": "contoso.onmicrosoft.com", "clientId": "app", "cloud": "moon",
                "clientSecret": {"env": "PATH", "file": "token"},
                "certificate": {"file": "none.pem", "pasword": {"env": "PATH"}}},
               {"name": "Unready", "tenantId": "contoso", "clientId": "11111111-2222-3333-4444-555555555555"}],
             "connections": [
               {"name": "Exchange", "provider": "exchange", "role": "source", "appRegistration": "App",
                "values": {"photoCall": 5}, "secrets": {"clientSecrt": {"file": "token"}},
                "certificates": {"certificat": {"file": "app.pem"}}, "limit": {},
                "limits": {"directory": {"units": 5, "window": "PT1M"}, "outlok": {"units": 5, "window": "PT1M"}}},
               {"name": "SharePoint", "provider": "sharepoint", "role": "target", "appRegistration": "App",
                "values": {"tenantName": "contoso", "sizeL": "huge", "accountPrefix": null}, "limits": {
                  "ru": {"units": 0, "window": "PT1M", "per": "app"}, "ru-day": {"units": 9, "window": "PT0.5S"},
                  "people-manager": {"units": 2.5, "window": "P9999D"}}},
               {"name": "Elsewhere", "provider": "exchnage", "role": "sauce", "appRegistration": "Ap",
                "caFile": "none.pem"},
               {},
               {"name": "Slow", "provider": "sharepoint", "role": "target", "appRegistration": "App",
                "values": {"tenantName": "contoso"}, "limits": {"minute": {"units": 9, "window": "PT1M"}}},
               {"name": "Twice", "provider": "exchange", "role": "source", "appRegistration": "App"},
               {"name": "Twice", "provider": "exchange", "role": "source", "appRegistration": "App"},
               {"name": "Of an unready app", "provider": "exchange", "role": "source", "appRegistration": "Unready",
                "values": {"photoCalls": "many"}}],
             "plans": [
               {"name": "Everybody", "source": "Exchnge", "target": "SharePont", "enabeld": true,
                "who": {"groups": [{"name": "Sales", "idd": "1"}], "onlyWith": {"department": "Sales"}, "exluded": []},
                "rules": {"lookAgain": 5, "lookAgainDays": 0, "notOurs": "perhaps", "excludedFacts": ["guests"],
                  "guardPercent": 101},
                "schedule": {"days": ["monday", "moonday"], "time": "25:00", "zone": "Mars/Olympus", "at": "02:00"}},
               {},
               {"name": "Of wrong connections", "source": "Exchange", "target": "SharePoint"}],
             "apiTokens": [
               {"name": "script", "tokn": {"file": "token"}},
               {"name": "%s", "roles": ["king"], "token": {"file": "short"}},
               {"name": "blank", "token": {"file": "blank"}},
               {"name": "unset", "token": {"env": "PHOTOBRIDGE_NO_SUCH_VARIABLE", "fiel": "token"}},
               {"name": "plain", "token": "in the file itself"},
               {"name": "good", "token": {"file": "token"}},
               {"name": "like it", "token": {"file": "alike"}}]}
            """.formatted(APP, "long".repeat(26));

    private final Path folder;

    BootstrapFiles(Path folder) throws IOException {
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        KeyedCertificate certificate =
                new CertificateMaker(clock).selfSigned("CN=app", clock.instant().plus(Duration.ofDays(1)));
        write("app.pem", certificate.pem());
        write("token", TOKEN);
        write("alike", TOKEN + "-and-more");
        write("short", "too-short");
        write("blank", " \n");
    }

    Path good() throws IOException {
        return write("good.json", GOOD);
    }

    Path wrong() throws IOException {
        return write("wrong.json", WRONG);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}

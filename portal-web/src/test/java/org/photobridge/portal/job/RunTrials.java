package org.photobridge.portal.job;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks {@link RunTrial} for runs, from outside the portal. */
public final class RunTrials {

    private RunTrials() {}

    /** The id of the run that was made. */
    public static String make(String address, String parameters) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "?" + parameters)).build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

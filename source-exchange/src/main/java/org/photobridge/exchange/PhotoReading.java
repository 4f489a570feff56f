package org.photobridge.exchange;

import com.microsoft.kiota.RequestInformation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.SourcePhoto;

/**
 * Reads a batch of photos: everybody's metadata in one request, then the pictures of those whose metadata changed.
 *
 * <p>Nothing in Graph reports a changed photo, so asking for the metadata is the only way to know.
 */
final class PhotoReading {
    private final GraphGateway gateway;

    PhotoReading(GraphGateway gateway) {
        this.gateway = gateway;
    }

    /** @throws ProviderException if the metadata couldn't be read at all; later troubles are results */
    List<PhotoResult> read(List<PhotoRequest> requests, CallContext call) {
        Map<String, GraphAnswer> answers = metadata(requests, call);
        List<PhotoResult> results = new ArrayList<>();
        boolean ended = false;
        for (int i = 0; i < requests.size(); i++) {
            Optional<GraphAnswer> answer = Optional.ofNullable(answers.get(Integer.toString(i)));
            Step step = new Step(requests.get(i), call, ended);
            results.add(step.result(answer));
            ended = step.ended;
        }
        return results;
    }

    private Map<String, GraphAnswer> metadata(List<PhotoRequest> requests, CallContext call) {
        Map<String, RequestInformation> questions = new LinkedHashMap<>();
        for (PhotoRequest request : requests) {
            questions.put(
                    Integer.toString(questions.size()),
                    metadataOf(request.account().id()));
        }
        return gateway.batch(questions, Subject.PHOTO, ExchangeLimits.photos(questions.size()), call);
    }

    private RequestInformation metadataOf(String user) {
        return gateway.requests().users().byUserId(user).photo().toGetRequestInformation();
    }

    /** One person's way from the metadata to the result; notes whether the batch must end with it. */
    private final class Step {
        private final PhotoRequest request;
        private final CallContext call;
        private boolean ended;

        Step(PhotoRequest request, CallContext call, boolean ended) {
            this.request = request;
            this.call = call;
            this.ended = ended;
        }

        PhotoResult result(Optional<GraphAnswer> answer) {
            if (answer.isEmpty()) {
                return ExchangeError.BATCH_INCOMPLETE.failed("Graph left this person out of its answer");
            }
            if (!answer.get().isOk()) {
                return PhotoAbsence.resultOf(answer.get(), gateway.clock());
            }
            return PhotoMetadata.of(answer.get().json())
                    .map(this::byMetadata)
                    .orElseGet(() -> ExchangeError.UNREADABLE.failed("Photo metadata without width and height"));
        }

        private PhotoResult byMetadata(PhotoMetadata metadata) {
            if (metadata.isPlaceholder()) {
                return PhotoResult.absent(ExchangeError.PLACEHOLDER.code());
            }
            Optional<String> fingerprint = metadata.fingerprint(request.mostPixels());
            if (fingerprint.isPresent() && fingerprint.equals(request.lastFingerprint())) {
                return PhotoResult.notModified();
            }
            return ended ? PhotoResult.notAttempted() : download(metadata);
        }

        /** What went wrong for everybody ends the batch: the rest wasn't tried, and the host comes again. */
        private PhotoResult download(PhotoMetadata metadata) {
            try {
                return content(metadata);
            } catch (CancellationException e) {
                ended = true;
                return PhotoResult.notAttempted();
            } catch (ProviderException e) {
                ended = concernsEverybody(e);
                return PhotoResult.failed(e.failure());
            }
        }

        private PhotoResult content(PhotoMetadata metadata) {
            Optional<Integer> size = metadata.bestSize(request.mostPixels());
            GraphAnswer answer = size.isPresent() ? picture(sized(size.get())) : picture(largest());
            if (size.isPresent() && isMissing(answer)) {
                answer = picture(largest());
            }
            return answer.isOk() ? found(answer.bytes(), metadata) : refused(answer);
        }

        /** A size that isn't there after all: Microsoft describes a 404 and a picture of one pixel. */
        private static boolean isMissing(GraphAnswer answer) {
            return answer.status() == 404 || answer.isOk() && PhotoAbsence.isPlaceholder(answer.bytes());
        }

        private PhotoResult found(byte[] bytes, PhotoMetadata metadata) {
            if (bytes.length == 0) {
                return ExchangeError.PHOTO_EMPTY.failed("Graph answered 200 without a picture");
            }
            if (PhotoAbsence.isPlaceholder(bytes)) {
                return ExchangeError.PHOTO_CONTRADICTION.failed(
                        "Graph sent one pixel in place of the announced picture");
            }
            String fingerprint = metadata.fingerprint(request.mostPixels()).orElseGet(() -> PhotoMetadata.hash(bytes));
            return request.lastFingerprint().equals(Optional.of(fingerprint))
                    ? PhotoResult.notModified()
                    : PhotoResult.found(SourcePhoto.of(bytes, fingerprint));
        }

        /** The metadata said a moment ago that there is a picture; so this "no picture" is no word to act on. */
        private PhotoResult refused(GraphAnswer answer) {
            PhotoResult result = PhotoAbsence.resultOf(answer, gateway.clock());
            return result instanceof PhotoResult.Absent
                    ? ExchangeError.PHOTO_CONTRADICTION.failed(
                            GraphRefusal.of(answer).detail())
                    : result;
        }

        private GraphAnswer picture(RequestInformation asked) {
            return gateway.picture(asked, ExchangeLimits.photos(1), call);
        }

        private RequestInformation largest() {
            return gateway.requests()
                    .users()
                    .byUserId(request.account().id())
                    .photo()
                    .content()
                    .toGetRequestInformation();
        }

        private RequestInformation sized(int pixels) {
            return gateway.requests()
                    .users()
                    .byUserId(request.account().id())
                    .photos()
                    .byProfilePhotoId(pixels + "x" + pixels)
                    .content()
                    .toGetRequestInformation();
        }

        private static boolean concernsEverybody(ProviderException e) {
            return e.category() == ErrorCategory.UNAVAILABLE
                    || e.category() == ErrorCategory.AUTHENTICATION
                    || e.category() == ErrorCategory.CONFIGURATION;
        }
    }
}

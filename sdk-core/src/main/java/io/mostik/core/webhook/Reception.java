package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.json.JsonException;
import io.mostik.core.once.HandlerFailure;
import io.mostik.core.once.InboxListener;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Proves and reads requests by the settings of one receiver, and tells its listeners. */
final class Reception<E> implements InboxListener {

    private static final String IDENTITY = "identity";

    private final ReceiverSettings<E> settings;

    Reception(ReceiverSettings<E> settings) {
        this.settings = settings;
    }

    /** Returns the answer that needs no body; throws the refusal that needs none. */
    Optional<WebhookReply> checkHead(WebhookRequest head) {
        if (head.method().equals("HEAD")) {
            return Optional.of(WebhookReply.text(405, "").header("Allow", allowed()));
        }
        Optional<WebhookReply> challenge = settings.challenge.apply(head);
        if (challenge.isPresent()) {
            return challenge;
        }
        if (!settings.methods.contains(head.method().toUpperCase(Locale.ROOT))) {
            throw new WebhookException(Reason.WRONG_METHOD, "another verb than " + settings.methods);
        }
        if (!head.header("Content-Encoding").orElse("identity").strip().equalsIgnoreCase(IDENTITY)) {
            throw new WebhookException(Reason.UNSUPPORTED, "the body is compressed");
        }
        boolean isProven = settings.authentication.isProvenByHead(head);
        boolean isStreamed = isProven && settings.stream.isPresent();
        if (!isStreamed && Math.max(head.announcedLength().orElse(0), head.body().length) > settings.largestBody) {
            throw tooLarge();
        }
        settings.authentication.verifyHead(head);
        return Optional.empty();
    }

    /** Proves and reads a whole request; throws only if it is not proven. */
    VerifiedRequest<E> take(WebhookRequest request) {
        if (request.body().length > settings.largestBody) {
            throw tooLarge();
        }
        WebhookProof proof = settings.authentication.verify(request);
        E event;
        try {
            event = settings.reader.apply(request);
        } catch (UncheckedIOException e) { // a full disk is our trouble
            throw e;
        } catch (WebhookException e) {
            if (e.reason() == Reason.UNVERIFIED) {
                throw e;
            }
            return unreadable(request, proof, e.detail());
        } catch (JsonException e) {
            return unreadable(request, proof, "content cannot be read: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // of a custom reader: the content is unreadable
            return unreadable(
                    request, proof, "the reader failed with " + e.getClass().getName());
        }
        return identified(request, proof, event);
    }

    VerifiedRequest<E> streamed(WebhookReceiver.Streamed<E> streamed, WebhookProof proof) {
        return streamed.event()
                .map(event -> identified(streamed.rest(), proof, event))
                .orElseGet(() -> unreadable(streamed.rest(), proof, streamed.trouble()));
    }

    /** The id that is signed is the only one that counts. An event without an id is an event all the same. */
    VerifiedRequest<E> identified(WebhookRequest request, WebhookProof proof, E event) {
        Optional<String> told = Optional.empty();
        String trouble = "what tells the event from others is missing";
        try {
            told = settings.identity.map(id -> id.apply(event)).filter(id -> !id.isBlank());
        } catch (WebhookException e) {
            trouble = e.detail();
        }
        if (proof.isOfIdOnly() && settings.identity.isPresent() && !told.equals(proof.signedId())) {
            throw new WebhookException(Reason.UNVERIFIED, "the signature is that of another id");
        }
        return new VerifiedRequest<>(
                request, proof, Optional.of(event), trouble, proof.signedId().isPresent() ? proof.signedId() : told);
    }

    E readStored(String text) {
        return settings.reader.apply(StoredRequest.read(text));
    }

    void tell(Result result, String reason, WebhookRequest request, Optional<String> id) {
        tell(new Notice(settings.name, result, reason, request.toString(), id, Optional.empty()));
    }

    WebhookReply refused(WebhookRequest request, WebhookException refusal) {
        String why = refusal.reason() + ": " + refusal.detail();
        tell(Result.REFUSED, why, request, Optional.empty());
        WebhookReply reply =
                WebhookReply.text(refusal.reason().status(), refusal.reason().name());
        return switch (refusal.reason()) {
            case UNVERIFIED ->
                settings.authentication
                        .challenge()
                        .map(challenge -> reply.header("WWW-Authenticate", challenge))
                        .orElse(reply);
            case WRONG_METHOD -> reply.header("Allow", allowed());
            default -> reply;
        };
    }

    WebhookReply failed(WebhookRequest request, Optional<String> id, Throwable thrown) {
        Throwable failure = HandlerFailure.causeOf(thrown);
        String why = failure.getClass().getName();
        tell(new Notice(settings.name, Result.FAILED, why, request.toString(), id, Optional.of(failure)));
        return WebhookReply.text(500, "failed");
    }

    @Override
    public void failed(String inbox, String id, int attempt, boolean dead, Throwable failure) {
        String why = failure.getClass().getName() + ", try " + attempt + (dead ? ", dead letter" : "");
        tell(new Notice(settings.name, Result.HANDLER_FAILED, why, inbox, Optional.of(id), Optional.of(failure)));
    }

    private String allowed() {
        return String.join(", ", new TreeSet<>(settings.methods));
    }

    private void tell(Notice notice) {
        settings.log.tell(settings.listeners, notice);
    }

    private WebhookException tooLarge() {
        return new WebhookException(Reason.TOO_LARGE, "more than " + settings.largestBody + " bytes");
    }

    private VerifiedRequest<E> unreadable(WebhookRequest request, WebhookProof proof, String trouble) {
        return new VerifiedRequest<>(request, proof, Optional.empty(), trouble, proof.signedId());
    }
}

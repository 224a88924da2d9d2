package io.mostik.bankcards.tbank.identification;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.NoAnswer;
import java.time.Duration;
import java.util.Objects;

/**
 * Identification of employees. Obtained from {@code TBank.identification()}. Experimental: of the four steps the bank
 * documents two. How a draft is sent to work and how its state is read is not public; do both in T-Business and take
 * the id from there. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class IdentificationApi {

    private static final int LARGEST_IMAGE = 5 * 1024 * 1024;

    // Personal data must not lie at the bank twice, even in drafts.
    private static final Endpoint<IdentificationDraft> DRAFT = Endpoint.once(
                    "identification.draft",
                    "POST",
                    "/api/v1/employee-remote-identification/application",
                    IdentificationDraft.class)
            .limit(RateLimit.perSecond(10))
            .deadline(Duration.ofSeconds(60));
    // One kind of document may have several pages, so a repeat adds a page.
    private static final Endpoint<NoAnswer> ATTACH = Endpoint.once(
                    "identification.attach",
                    "POST",
                    "/api/v1/employee-remote-identification/application/{applicationId}/{documentType}")
            .limit(RateLimit.perSecond(1))
            .deadline(Duration.ofSeconds(60));

    private final BankClient bank;

    IdentificationApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Makes a draft; it lives 30 minutes. */
    public IdentificationDraft draft(NewIdentification employee) {
        return bank.call(DRAFT).json(employee).send();
    }

    /**
     * Attaches an image to a draft.
     *
     * @param image 1 byte to 5 MiB
     */
    public void attach(String applicationId, DocumentType documentType, byte[] image) {
        if (image.length < 1 || image.length > LARGEST_IMAGE) {
            throw new IllegalArgumentException("image must have 1 to " + LARGEST_IMAGE + " bytes");
        }
        bank.call(ATTACH)
                .path("applicationId", applicationId)
                .path("documentType", documentType)
                .body("application/octet-stream", image)
                .send();
    }
}

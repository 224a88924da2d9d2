package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.LongOperation;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.PartialList;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Virtual cards. Obtained from {@code TBank.virtualCards()}.
 *
 * <p>Issue and reissue are jobs of the bank without a key against doubling: they are never done twice. After a failure
 * with {@code UNKNOWN}, look for what is new in the list of cards or in {@link #applications}; {@code CardWorkflows} does
 * so for reissues. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class VirtualCardsApi {

    private static final RateLimit TEN = RateLimit.perSecond(10);
    private static final Duration LONG = BankClient.WRITE_DEADLINE;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    private static final Endpoint<CardRequisites> REQUISITES = Endpoint.read(
                    "virtualCards.requisites", "GET", "/api/v1/card/virtual/{ucid}/requisites", CardRequisites.class)
            .limit(TEN)
            .confidential();
    // The bank's page shows no verb; one query parameter and no body mean GET.
    private static final Endpoint<RequisitesLink> REQUISITES_LINK = Endpoint.read(
                    "virtualCards.requisitesLink", "GET", "/api/v3/card/requisites-iframe-link", RequisitesLink.class)
            .limit(TEN)
            .confidential();
    // Every reissue makes one more card and ends the one before.
    private static final Endpoint<Started> REISSUE = Endpoint.once(
                    "virtualCards.reissue", "POST", "/api/v1/card/virtual/reissue", Started.class)
            .limit(TEN)
            .deadline(LONG);
    // No limit is stated for this one.
    private static final Endpoint<ReissueResult> REISSUE_RESULT = Endpoint.read(
                    "virtualCards.reissueResult", "GET", "/api/v1/card/virtual/reissue/result", ReissueResult.class)
            .limit(TEN);
    private static final Endpoint<Applied> ISSUE = Endpoint.once(
                    "virtualCards.issue", "POST", "/api/v1/card/virtual/issue/application", Applied.class)
            .limit(TEN)
            .deadline(LONG);
    private static final Endpoint<IssueApplication> APPLICATION = Endpoint.read(
                    "virtualCards.application",
                    "GET",
                    "/api/v1/card/virtual/issue/application/{cardIssueApplicationId}",
                    IssueApplication.class)
            .limit(TEN);
    private static final Endpoint<List<IssueApplication>> APPLICATIONS = Endpoint.read(
                    "virtualCards.applications",
                    "GET",
                    "/api/v3/card/virtual/issue/application",
                    JsonType.listOf(IssueApplication.class))
            .limit(TEN);

    private final BankClient bank;

    VirtualCardsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** What the start of a reissue answers. */
    record Started(String correlationId) {
        Started {
            checkAnswered("correlationId", correlationId);
        }
    }

    /** What an application answers. */
    record Applied(String cardIssueApplicationId) {
        Applied {
            checkAnswered("cardIssueApplicationId", cardIssueApplicationId);
        }
    }

    /** Returns number, code and expiry of a virtual card; the bank refuses cards of plastic. Close it after use. */
    public CardRequisites requisites(Ucid ucid) {
        return bank.call(REQUISITES).path("ucid", ucid).send();
    }

    /**
     * Returns where the bank shows the requisites to a person that it has recognised, so that they do not pass through
     * this program. Experimental: verb and answer are inferred.
     */
    public RequisitesLink requisitesLink(Ucid ucid) {
        return bank.call(REQUISITES_LINK).query("ucid", ucid).send();
    }

    /**
     * Starts to replace a virtual card by one with a new number and a new {@code ucid}. Keep the id of the returned job
     * before waiting, so that a restart can go on with {@link #resumeReissue}.
     */
    public LongOperation<ReissuedCard> reissue(Ucid ucid) {
        return resumeReissue(
                bank.call(REISSUE).json(Map.of("ucid", ucid)).send().correlationId());
    }

    /** Returns the job of a reissue that was started before. It fails with the bank's word if the bank gives it up. */
    public LongOperation<ReissuedCard> resumeReissue(String correlationId) {
        checkId("correlationId", correlationId);
        return LongOperation.of(
                correlationId, FIRST_PAUSE, LONGEST_PAUSE, bank.time(), () -> outcome(reissueResult(correlationId)));
    }

    /** Returns the current state of a reissue. How long the bank remembers it is not documented. */
    public ReissueResult reissueResult(String correlationId) {
        return bank.call(REISSUE_RESULT).query("correlationId", correlationId).send();
    }

    /**
     * Applies for a virtual card for an employee who was identified before. Keep the id of the returned job before
     * waiting, so that a restart can go on with {@link #resumeIssue}.
     */
    public LongOperation<Ucid> issue(NewVirtualCard card) {
        return resumeIssue(bank.call(ISSUE).json(card).send().cardIssueApplicationId());
    }

    /** Returns the job of an application made before. It fails with the bank's reason if no card can be issued. */
    public LongOperation<Ucid> resumeIssue(String cardIssueApplicationId) {
        checkId("cardIssueApplicationId", cardIssueApplicationId);
        return LongOperation.of(
                cardIssueApplicationId,
                FIRST_PAUSE,
                LONGEST_PAUSE,
                bank.time(),
                () -> outcome(application(cardIssueApplicationId)));
    }

    /** Returns the current state of one application. */
    public IssueApplication application(String cardIssueApplicationId) {
        return bank.call(APPLICATION)
                .path("cardIssueApplicationId", cardIssueApplicationId)
                .send();
    }

    /** Returns all applications, {@value #PAGE} a page; nothing is sent until they are walked. */
    public Paged<IssueApplication> applications() {
        return Paged.numbered(
                        0,
                        offset -> page(
                                offset,
                                bank.call(APPLICATIONS)
                                        .query("limit", PAGE)
                                        .query("offset", offset)
                                        .send()))
                .distinctBy(IssueApplication::cardIssueApplicationId);
    }

    private static Optional<ReissuedCard> outcome(ReissueResult result) {
        if (result.status().equals(ReissueStatus.ERROR)) {
            throw FailedJobs.failed(
                    "virtualCards.reissueResult", result.status().value(), "the reissue failed");
        }
        return result.status().equals(ReissueStatus.READY) ? result.info() : Optional.empty();
    }

    private static Optional<Ucid> outcome(IssueApplication application) {
        IssueStatus status = application.status();
        if (status.equals(IssueStatus.FAILED_FATAL) || status.equals(IssueStatus.FAILED_NON_FATAL)) {
            throw FailedJobs.failed(
                    "virtualCards.application",
                    status.value(),
                    application.failedReason().orElse(""));
        }
        return status.equals(IssueStatus.CARD_ISSUED) ? application.ucid() : Optional.empty();
    }

    private static Page<IssueApplication> page(int offset, List<IssueApplication> rows) {
        int came = PartialList.came(rows);
        return came < PAGE ? Page.last(rows) : Page.of(rows, Integer.toString(offset + came));
    }

    private static void checkAnswered(String name, String id) {
        if (id.isBlank()) {
            throw new IllegalStateException(name + " is blank");
        }
    }

    private static void checkId(String name, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}

package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The client of {@link OtherBankServer}, as the workflows see it. */
final class OtherBank implements CardBank, AutoCloseable {

    private static final Endpoint<Cards> LIST = Endpoint.read("other.list", "GET", "/cards", Cards.class);
    private static final Endpoint<Plastic> CARD = Endpoint.read("other.card", "GET", "/cards/{id}", Plastic.class);
    private static final Endpoint<Limit> LIMIT = Endpoint.read("other.limit", "GET", "/cards/{id}/limit", Limit.class);
    private static final Endpoint<Page> PAGE = Endpoint.read("other.page", "GET", "/cards/{id}/page", Page.class);
    private static final Endpoint<Document> DOCUMENT =
            Endpoint.read("other.document", "GET", "/documents/{id}", Document.class);
    private static final Endpoint<NoAnswer> BLOCK = Endpoint.repeatable("other.block", "POST", "/cards/{id}/block");
    private static final Endpoint<NoAnswer> UNBLOCK =
            Endpoint.repeatable("other.unblock", "POST", "/cards/{id}/unblock");
    private static final Set<String> WRITES = Set.of("other.set", "other.block", "other.unblock");
    private static final Set<String> READS = Set.of("other.limit", "other.card", "other.list");

    private final ApiClient api;
    private final Set<LimitPeriod> periods;
    private final boolean signs;

    OtherBank(OtherBankServer bank, TimeSource time, boolean signs, LimitPeriod... periods) {
        this.api = ApiClient.builder(ClientConfig.builder()
                        .baseUri(bank.uri().toString())
                        .time(time)
                        .build())
                .build();
        this.signs = signs;
        this.periods = Set.of(periods);
    }

    record Cards(List<Plastic> cards) {}

    record Plastic(long id, String account, String status, String holder) {
        Card card() {
            return Card.builder()
                    .ucid(Ucid.of(id))
                    .accountNumber(account)
                    .status(new CardStatus(status))
                    .embossedName(holder)
                    .build();
        }
    }

    record Limit(BigDecimal value, BigDecimal left, String period, boolean waiting) {}

    record Page(String page) {}

    record Document(String state, Optional<String> document) {}

    @Override
    public Duration longestCall() {
        return ClientConfig.USUAL_DEADLINE;
    }

    @Override
    public Optional<Effect> effectOf(SdkException failure) {
        boolean isRead = READS.contains(failure.operation());
        return isRead || WRITES.contains(failure.operation())
                ? Optional.of(isRead ? Effect.READ : Effect.ONCE)
                : Optional.empty();
    }

    @Override
    public Card card(Ucid ucid) {
        return api.call(CARD).path("id", ucid).send().card();
    }

    @Override
    public List<Card> cards() {
        return api.call(LIST).send().cards().stream().map(Plastic::card).toList();
    }

    @Override
    public CardLimits limits(Ucid ucid) {
        Limit limit = api.call(LIMIT).path("id", ucid).send();
        CardLimit spend = CardLimit.builder()
                .limitValue(limit.value())
                .limitRemain(limit.left())
                .limitPeriod(new LimitPeriod(limit.period()))
                .build();
        return CardLimits.builder().ucid(ucid).spendLimit(spend).build();
    }

    @Override
    public boolean sets(LimitPeriod period) {
        return periods.contains(period);
    }

    @Override
    public Setting setSpend(Ucid ucid, NewLimit limit) {
        Effect effect = signs ? Effect.ONCE : limit.effect();
        Document answer = api.call(
                        Endpoint.of(effect, "other.set", "POST", "/cards/{id}/limit", JsonType.of(Document.class)))
                .path("id", ucid)
                .json(Map.of("value", limit.value(), "period", limit.period().value()))
                .send();
        return new Setting(answer.document());
    }

    @Override
    public Optional<Blocking> blocking() {
        return Optional.of((ucid, comment) -> {
            NoAnswer unused = api.call(BLOCK).path("id", ucid).send();
        });
    }

    @Override
    public Optional<Unblocking> unblocking() {
        return Optional.of(ucid -> {
            NoAnswer unused = api.call(UNBLOCK).path("id", ucid).send();
        });
    }

    @Override
    public Optional<Requisites> requisites() {
        return Optional.of(new Requisites() {
            @Override
            public Optional<URI> page(Ucid ucid) {
                return Optional.of(
                        URI.create(api.call(PAGE).path("id", ucid).send().page()));
            }

            @Override
            public Optional<CardRequisites> requisites(Ucid ucid) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<Approving> approving() {
        return signs ? Optional.of(new Signatures()) : Optional.empty();
    }

    private final class Signatures implements Approving {

        @Override
        public Decision decision(String document) {
            return switch (api.call(DOCUMENT).path("id", document).send().state()) {
                case "EXECUTED" -> Decision.EXECUTED;
                case "REJECTED" -> Decision.REJECTED;
                default -> Decision.WAITING;
            };
        }

        @Override
        public boolean isWaiting(Ucid ucid) {
            return api.call(LIMIT).path("id", ucid).send().waiting();
        }
    }

    @Override
    public void close() {
        api.close();
    }
}

package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The methods for virtual cards alone: requisites and reissue. */
record VirtualCardMethods(Bank bank, Reissues reissues) {

    private static final String REISSUE = "card/virtual/reissue";

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod(
                        "GET",
                        "/api/v1/card/virtual/{ucid}/requisites",
                        "card/virtual/requisites",
                        10,
                        this::requisites,
                        Canned.REQUISITES),
                new TBankMethod(
                        "GET",
                        "/api/v3/card/requisites-iframe-link",
                        "card/virtual/requisites",
                        10,
                        this::link,
                        Canned.LINK),
                new TBankMethod("POST", "/api/v1/card/virtual/reissue", REISSUE, 10, this::reissue, Canned.REISSUE),
                new TBankMethod(
                        "GET", "/api/v1/card/virtual/reissue/result", REISSUE, 10, this::result, Canned.REISSUED));
    }

    private Supplier<Answer> requisites(TBankRequest ask) {
        long ucid = ask.ucid();
        return () -> {
            CardFile card = virtual(ucid);
            JsonObject requisites = new JsonObject()
                    .with("number", card.number())
                    .with("embossedName", card.embossedName)
                    .with("cvc", card.cvc)
                    .with("expiryDate", Map.of("year", bank.today().getYear() + 5, "month", 4));
            return Answer.json(200, requisites);
        };
    }

    /** The shape of this answer is not public. */
    private Supplier<Answer> link(TBankRequest ask) {
        long ucid = ask.ucid(ask.query("ucid").orElse(""));
        return () -> Answer.json(200, Map.of("link", "https://requisites.example/" + virtual(ucid).ucid));
    }

    private Supplier<Answer> reissue(TBankRequest ask) {
        long ucid = ask.ucid(ask.object().path("ucid"));
        return () -> Answer.json(200, Map.of("correlationId", reissues.order(virtual(ucid))));
    }

    private Supplier<Answer> result(TBankRequest ask) {
        String id = ask.uuid("correlationId", ask.query("correlationId").orElse(""));
        return () ->
                Answer.json(200, reissues.result(id).orElseThrow(() -> Dialect.unprocessable("Заявка не найдена")));
    }

    private CardFile virtual(long ucid) {
        CardFile card = bank.asked(ucid, file -> file);
        if (!card.virtual) {
            throw Dialect.unprocessable("Карта не является виртуальной");
        }
        if (card.status == CardStatus.CLOSED) {
            throw Dialect.unprocessable("Карта закрыта");
        }
        return card;
    }
}

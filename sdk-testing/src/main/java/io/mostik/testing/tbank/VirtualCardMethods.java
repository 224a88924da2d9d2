package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The methods for virtual cards alone: requisites and reissue. */
final class VirtualCardMethods {

    private static final String REISSUE = "card/virtual/reissue";

    private final Bank bank;
    private final Reissues reissues;

    VirtualCardMethods(Bank bank, Reissues reissues) {
        this.bank = bank;
        this.reissues = reissues;
    }

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

    private Supplier<Answer> requisites(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        return () -> {
            CardFile card = virtual(ucid);
            Map<String, Object> requisites = new LinkedHashMap<>();
            requisites.put("number", card.number());
            requisites.put("embossedName", card.embossedName);
            requisites.put("cvc", card.cvc);
            requisites.put("expiryDate", Map.of("year", bank.today().getYear() + 5, "month", 4));
            return Answer.json(200, requisites);
        };
    }

    /** The shape of this answer is not public. */
    private Supplier<Answer> link(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(request.query("ucid").orElse(""));
        return () -> Answer.json(200, Map.of("link", "https://requisites.example/" + virtual(ucid).ucid));
    }

    private Supplier<Answer> reissue(RecordedRequest request, Map<String, String> path) {
        long ucid = Contract.ucid(Contract.body(request).path("ucid"));
        return () -> Answer.json(200, Map.of("correlationId", reissues.order(virtual(ucid))));
    }

    private Supplier<Answer> result(RecordedRequest request, Map<String, String> path) {
        String id =
                Contract.uuid("correlationId", request.query("correlationId").orElse(""));
        return () ->
                Answer.json(200, reissues.result(id).orElseThrow(() -> Refusals.unprocessable("Заявка не найдена")));
    }

    private CardFile virtual(long ucid) {
        CardFile card = bank.asked(ucid, file -> file);
        if (!card.virtual) {
            throw Refusals.unprocessable("Карта не является виртуальной");
        }
        if (card.status == CardStatus.CLOSED) {
            throw Refusals.unprocessable("Карта закрыта");
        }
        return card;
    }
}

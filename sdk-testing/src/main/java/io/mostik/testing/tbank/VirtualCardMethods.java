package io.mostik.testing.tbank;

import io.mostik.testing.Answer;
import io.mostik.testing.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The methods for virtual cards alone: requisites and reissue. */
final class VirtualCardMethods {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
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
                new TBankMethod("POST", "/api/v1/card/virtual/reissue", REISSUE, 10, this::reissue, Canned.REISSUE),
                new TBankMethod(
                        "GET", "/api/v1/card/virtual/reissue/result", REISSUE, 10, this::result, Canned.REISSUED));
    }

    private Supplier<Answer> requisites(Received request, Map<String, String> path) {
        long ucid = Contract.ucid(path.getOrDefault("ucid", ""));
        return () -> {
            CardFile card = virtual(ucid);
            Map<String, Object> requisites = new LinkedHashMap<>();
            requisites.put("number", card.number());
            requisites.put("embossedName", card.embossedName);
            requisites.put("cvc", "%03d".formatted(ucid % 1000));
            requisites.put("expiryDate", Map.of("year", bank.today().getYear() + 5, "month", 4));
            return Answer.json(200, requisites);
        };
    }

    private Supplier<Answer> reissue(Received request, Map<String, String> path) {
        long ucid = Contract.ucid(Contract.body(request).path("ucid"));
        return () -> Answer.json(200, Map.of("correlationId", reissues.order(virtual(ucid))));
    }

    private Supplier<Answer> result(Received request, Map<String, String> path) {
        String id = request.query("correlationId").orElse("");
        if (!UUID_TEXT.matcher(id).matches()) {
            throw TBankRefusal.invalid("correlationId", "expected a UUID");
        }
        return () -> Answer.json(
                200, reissues.result(id).orElseThrow(() -> TBankRefusal.unprocessable("Заявка не найдена")));
    }

    private CardFile virtual(long ucid) {
        CardFile card = bank.asked(ucid, file -> file);
        if (!card.virtual) {
            throw TBankRefusal.unprocessable("Карта не является виртуальной");
        }
        if (card.status == CardStatus.CLOSED) {
            throw TBankRefusal.unprocessable("Карта закрыта");
        }
        return card;
    }
}

package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.tbank.Applications.Application;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The methods that apply for a virtual card and return the state of the application. */
record IssueMethods(Applications applications) {

    private static final String SCOPE = "card/virtual/issue/for-employee";
    private static final String PATH = "/api/v1/card/virtual/issue/application";
    private static final List<String> NETWORKS = List.of("MIR", "VISA", "MASTERCARD");

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("POST", PATH, SCOPE, 10, this::file, Canned.APPLIED),
                new TBankMethod("GET", PATH + "/{cardIssueApplicationId}", SCOPE, 10, this::one, Canned.APPLICATION),
                new TBankMethod(
                        "GET", "/api/v3/card/virtual/issue/application", SCOPE, 10, this::list, Canned.APPLICATIONS));
    }

    private Supplier<Answer> file(TBankRequest ask) {
        JsonNode body = ask.object();
        ask.uuid(
                "employeeIdentificationApplicationId",
                body.path("employeeIdentificationApplicationId").asText());
        String account = ask.accountNumber(body.path("accountNumber").asText());
        ask.word("cardNetwork", body.path("cardNetwork").asText(), NETWORKS);
        return () -> Answer.json(200, Map.of("cardIssueApplicationId", applications.file(account)));
    }

    private Supplier<Answer> one(TBankRequest ask) {
        String id = ask.uuid("cardIssueApplicationId", ask.path("cardIssueApplicationId"));
        return () -> {
            Application application =
                    applications.find(id).orElseThrow(() -> Dialect.unprocessable("Заявка не найдена"));
            return Answer.json(
                    200,
                    row(application)
                            .withAny("ucid", application.ucid())
                            .withAny("failedReason", application.failedReason()));
        };
    }

    /** Both numbers have to be said, and the ucid is a text here. */
    private Supplier<Answer> list(TBankRequest ask) {
        int limit = ask.count("limit", -1, Integer.MAX_VALUE);
        int offset = ask.count("offset", -1, Integer.MAX_VALUE);
        return () -> Answer.json(
                200,
                applications.list().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(application -> row(application)
                                .withAny("ucid", application.ucid().map(String::valueOf)))
                        .toList());
    }

    private static JsonObject row(Application application) {
        return new JsonObject().with("cardIssueApplicationId", application.id()).with("status", application.status());
    }
}

package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.tbank.Applications.Application;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The methods that apply for a virtual card and show what became of it. */
final class IssueMethods {

    private static final String SCOPE = "card/virtual/issue/for-employee";
    private static final String PATH = "/api/v1/card/virtual/issue/application";
    private static final List<String> NETWORKS = List.of("MIR", "VISA", "MASTERCARD");

    private final Applications applications;

    IssueMethods(Applications applications) {
        this.applications = applications;
    }

    List<TBankMethod> secured() {
        return List.of(
                new TBankMethod("POST", PATH, SCOPE, 10, this::file, CannedCompany.APPLIED),
                new TBankMethod(
                        "GET", PATH + "/{cardIssueApplicationId}", SCOPE, 10, this::one, CannedCompany.APPLICATION),
                new TBankMethod(
                        "GET",
                        "/api/v3/card/virtual/issue/application",
                        SCOPE,
                        10,
                        this::list,
                        CannedCompany.APPLICATIONS));
    }

    private Supplier<Answer> file(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Contract.body(request);
        String unusedEmployee = Contract.uuid(
                "employeeIdentificationApplicationId",
                body.path("employeeIdentificationApplicationId").asText());
        String account = Contract.accountNumber(body.path("accountNumber").asText());
        if (!NETWORKS.contains(body.path("cardNetwork").asText())) {
            throw Refusals.invalid("cardNetwork", "expected one of " + NETWORKS);
        }
        return () -> Answer.json(200, Map.of("cardIssueApplicationId", applications.file(account)));
    }

    private Supplier<Answer> one(RecordedRequest request, Map<String, String> path) {
        String id = Contract.uuid("cardIssueApplicationId", path.getOrDefault("cardIssueApplicationId", ""));
        return () -> {
            Application application =
                    applications.find(id).orElseThrow(() -> Refusals.unprocessable("Заявка не найдена"));
            Map<String, Object> body = row(application);
            application.ucid().ifPresent(ucid -> body.put("ucid", ucid));
            application.failedReason().ifPresent(reason -> body.put("failedReason", reason));
            return Answer.json(200, body);
        };
    }

    /** Both numbers have to be said, and the ucid is a text here. */
    private Supplier<Answer> list(RecordedRequest request, Map<String, String> path) {
        int limit = Contract.count(request, "limit", -1, Integer.MAX_VALUE);
        int offset = Contract.count(request, "offset", -1, Integer.MAX_VALUE);
        return () -> Answer.json(
                200,
                applications.list().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(application -> {
                            Map<String, Object> row = row(application);
                            application.ucid().ifPresent(ucid -> row.put("ucid", Long.toString(ucid)));
                            return row;
                        })
                        .toList());
    }

    private static Map<String, Object> row(Application application) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cardIssueApplicationId", application.id());
        row.put("status", application.status());
        return row;
    }
}

package io.mostik.bankcards.tbank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.Map;
import java.util.stream.Stream;

class HostileAnswersTest extends HostileAnswersContract<TBank> {

    private static final Map<String, String> ROWS = Map.of(
            "cards.list", "/cards",
            "cards.listDetailed", "/cards",
            "virtualCards.applications", "",
            "operations.statement", "/operations",
            "operations.past", "",
            "accounts.list", "");

    HostileAnswersTest() {
        super("T-Bank", TBank.class);
    }

    @Override
    protected Stream<HostileCase<TBank>> cases() {
        return ContractRows.all().map(HostileAnswersTest::of);
    }

    private static HostileCase<TBank> of(ContractRow row) {
        HostileCase<TBank> call = HostileCase.of(row.operation(), row.answer(), row.call());
        String rows = ROWS.get(row.operation());
        HostileCase<TBank> list = rows == null ? call : call.rowsAt(rows);
        if (row.operation().equals("cards.listDetailed")) {
            return list.with(Trait.EMPTY_LIST_IS_LEFT_OUT);
        }
        if (row.operation().equals("cards.list")) {
            return list.with(Trait.NO_ROWS_ARE_COUNTED);
        }
        if (row.operation().equals("operations.past")) {
            return list.with(Trait.ROWS_WITHOUT_ID);
        }
        return row.answer().isEmpty() ? list.with(Trait.PROVEN_BY_STATUS) : list;
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return !endpoint.operation().startsWith("tid.");
    }

    @Override
    protected TBank connect(String uri) {
        return TBank.builder()
                .environment(Environment.of(uri + "/ordinary", uri + "/secured"))
                .token(Secret.of(BankServer.TOKEN))
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected TBank with(TBank client, CallOptions options) {
        return client.with(options);
    }

    @Override
    protected Answer error() {
        String error = "{\"errorId\":\"e7\",\"errorMessage\":\"Refused\",\"errorCode\":\"NOPE\"}";
        return Answer.bytes(422, "application/json", error.getBytes(UTF_8));
    }
}

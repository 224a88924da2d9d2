package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    static Stream<Contract> contracts() {
        return Contracts.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenOperation_whenCalling_thenSendsWhatTheVendorDocuments(Contract contract) {
        vendor.answers(VccReply.response(contract.answer()));

        contract.use().apply(vcc.client());

        VendorServer.Sent sent = vendor.received();
        String[] expected = contract.request().split(" ", 3);
        assertThat(sent.method() + " " + sent.target()).isEqualTo(expected[0] + " " + expected[1]);
        assertThat(json(sent.body())).isEqualTo(json(expected.length > 2 ? expected[2] : ""));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenRefusal_whenCalling_thenSaysOperationAndKeyAndTriesOnce(Contract contract) {
        vendor.answers(VccReply.error(417, "error.required"));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> contract.use().apply(vcc.client()));

        assertThat(failure.operation()).isEqualTo(contract.operation());
        assertThat(failure.code()).contains(ErrorKey.REQUIRED.value());
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenLostAnswer_whenCalling_thenRepeatsAsEffectAllows(Contract contract) {
        vendor.dropsAnswer().answers(VccReply.response(contract.answer()));

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> contract.use().apply(vcc.client()));

        boolean once = contract.effect() == Effect.ONCE;
        assertThat(vendor.count()).isEqualTo(once ? 1 : 2);
        assertThat(failure == null).isNotEqualTo(once);
        assertThat(failure == null ? Outcome.UNKNOWN : failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void givenAllEndpoints_whenRead_thenEachHasContractWithEffect() {
        Set<String> declared = VccEndpoints.all().stream()
                .filter(endpoint -> VccDocument.test(endpoint.operation()).equals("Contracts"))
                .map(endpoint -> endpoint.operation() + " " + endpoint.effect())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested = Contracts.all()
                .filter(contract -> !contract.operation().startsWith("raw."))
                .map(contract -> contract.operation() + " " + contract.effect())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).isEqualTo(declared);
    }

    /** The order of properties means nothing. */
    private static Json json(String text) {
        return JsonCodec.builder()
                .bareText()
                .build()
                .read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));
    }
}

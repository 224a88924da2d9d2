package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.Secret;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answers are mutated as JSON and sent as the XML that says the same. */
class HostileSzamlazzTest extends HostileAnswersContract<Szamlazz> {

    private static final String DOCUMENT = """
        {"szallito":{"id":"99001","nev":"Minta Kft."},
        "alap":{"id":"7001","szamlaszam":"KMP-2026-118","tipus":"SZ","eszamla":"2","hivdijbekszam":"D-KMP-44",
        "kelt":"2026-09-04","fizmod":"átutalás","rendelesszam":"W-20931","devizanem":"HUF"},
        "tetelek":{"tetel":[{"nev":"Tea","mennyiseg":"2.0","brutto":"25400.0"}]},
        "osszegek":{"totalossz":{"netto":20000.0,"afa":5400.0,"brutto":25400.0}},
        "kifizetesek":{"kifizetes":[{"datum":"2026-09-05","jogcim":"átutalás","osszeg":10000.0}]}}\
        """;

    HostileSzamlazzTest() {
        super("Szamlazz.hu", SalesAutopilot.class);
    }

    @Override
    protected Stream<HostileCase<Szamlazz>> cases() {
        return Stream.of(
                HostileCase.of(
                        "szamlazz.query",
                        DOCUMENT,
                        client -> taken(client.find("KMP-2026-118").orElseThrow())),
                HostileCase.of(
                        "szamlazz.query",
                        DOCUMENT,
                        client -> taken(client.findNewest("W-20931").orElseThrow())));
    }

    /** Everything that the source takes from a document. */
    private static Object taken(SzamlazzDocument document) {
        return List.of(
                document.issuer(),
                document.isReversed(),
                document.invoice(Instant.EPOCH).orElseThrow());
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("szamlazz.");
    }

    @Override
    protected Szamlazz connect(String uri) {
        return Szamlazz.builder()
                .agentKey(Secret.of("key-1"))
                .baseUri(uri)
                .http(http ->
                        http.time(new ManualTime()).retry(RetryPolicy.none()).transport(new AnswersAsXml(uri)))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.json(
                200, Map.of("xmlszamlavalasz", Map.of("sikeres", "false", "hibakod", "3", "hibauzenet", "Refused")));
    }
}

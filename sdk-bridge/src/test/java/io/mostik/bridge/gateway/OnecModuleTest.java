package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.onec.bsl.BslException;
import io.mostik.bridge.onec.bsl.BslModule;
import io.mostik.bridge.onec.bsl.BslObject;
import io.mostik.bridge.onec.bsl.BslPlatform;
import io.mostik.bridge.onec.bsl.BslStructure;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the module that 1C people copy, word for word, against the gateway. */
class OnecModuleTest {

    private static final Path MODULE = Path.of("src/main/onec/MostikBridge.bsl");
    private static final String MARKING = "Процедура ОтметитьСобытие(Событие)";
    private static final int MOST_ASKS = 12;
    private static final String CARD = Long.toString(TBankSimulator.PLASTIC_CARD);
    private static final BslObject ORGANISATION = BslPlatform.reference(GatewayServer.ORGANISATION);

    @RegisterExtension
    static final GatewayServer SERVER = new GatewayServer();

    private final String order = "заказ " + UUID.randomUUID();
    private String text = "";
    private BslPlatform platform = platform(SERVER.uri(), GatewayServer.ZUP);

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(MODULE);
    }

    @Test
    void givenModule_whenParsed_thenNothingIsWrong() {
        BslModule module = module(platform);

        assertThat(module.errors()).isZero();
        assertThat(module.exported())
                .containsExactly(
                        "УстановитьЛимитКурьера",
                        "ЗакрытьЛимитКурьера",
                        "ЗакрепитьКарту",
                        "УволитьСотрудника",
                        "ПозвонитьКлиенту",
                        "Поручить",
                        "Отменить",
                        "ЗабратьСобытия");
    }

    @Test
    void givenReservedWordAsVariable_whenParsed_thenErrorsAreCounted() {
        text = text.replace("НомерПопытки", "Попытка");

        assertThat(BslModule.read(text, platform).errors()).isPositive();
    }

    @Test
    void givenOrder_whenLimitIsSetTwice_thenBankActsOnceAndTheAnswerSaysSo() {
        BigDecimal before = SERVER.bank().grantedTotal(TBankSimulator.PLASTIC_CARD);
        BslObject document = document();

        BslStructure first = grant(document, "1450.50");
        BslStructure second = grant(document, "1450.50");
        BslStructure closed = closed();

        assertThat(first.text("state")).as("%s", first.asMap()).isEqualTo("done");
        assertThat(first.get("result_limit")).isEqualTo(new BigDecimal("1450.5"));
        assertThat(first.get("at")).isInstanceOf(LocalDateTime.class);
        assertThat(second.get("earlier")).isEqualTo(true);
        assertThat(closed.text("state")).as("%s", closed.asMap()).isEqualTo("done");
        assertThat(SERVER.bank().grantedTotal(TBankSimulator.PLASTIC_CARD).subtract(before))
                .isEqualByComparingTo("1450.50");
    }

    @Test
    void givenDateOfTheDocument_whenSent_thenTheBridgeIsTold() throws IOException {
        List<String> bodies = bodies(() -> {
            grant(document(LocalDateTime.of(2026, 11, 29, 10, 0)), "10");
            grant(document(LocalDateTime.of(1, 1, 1, 0, 0)), "10");
        });

        assertThat(bodies.get(0)).contains("\"dated\":\"2026-11-29T10:00:00\"");
        assertThat(bodies.get(1)).contains("\"document\"").doesNotContain("dated");
    }

    @Test
    void givenReferenceWithoutDateOrText_whenSent_thenOnlyTheDateIsLeftOut() throws IOException {
        List<String> bodies = bodies(() -> {
            settled("УстановитьЛимитКурьера", BslPlatform.reference("5f0b-9"), CARD, order, BigDecimal.TEN);
            settled("УстановитьЛимитКурьера", "заявка 17", CARD, order, BigDecimal.TEN);
        });

        assertThat(bodies.get(0))
                .contains("\"document\":\"5f0b-9\"", "\"order\"")
                .doesNotContain("dated");
        assertThat(bodies.get(1))
                .contains("\"document\":\"заявка 17\"", "\"order\"")
                .doesNotContain("dated");
    }

    @Test
    void givenDateThatIsAText_whenSent_thenItIsNoDateOfTheDocument() throws IOException {
        BslObject item = new BslObject() {
            @Override
            public Object get(String name) {
                return name.equals("дата") ? "в среду" : BslObject.super.get(name);
            }

            @Override
            public Object call(String name, List<Object> arguments) {
                return BslPlatform.reference("5f0b-10").call(name, arguments);
            }
        };

        List<String> bodies = bodies(() -> grant(item, "10"));

        assertThat(bodies).singleElement().asString().contains("5f0b-10").doesNotContain("dated");
    }

    @Test
    void givenText_whenSentTwice_thenItIsDoneOnce() {
        String document = "заявка " + UUID.randomUUID();
        BslObject employee = BslPlatform.reference("5f0b-11");

        BslStructure first = settled("ЗакрепитьКарту", document, CARD, employee, ORGANISATION);
        BslStructure second = settled("ЗакрепитьКарту", document, CARD, employee, ORGANISATION);

        assertThat(first.text("state")).as("%s", first.asMap()).isEqualTo("done");
        assertThat(second.get("earlier")).isEqualTo(true);
    }

    /** Returns what is sent to a bridge that answers each time that it is done. */
    private List<String> bodies(Runnable calls) throws IOException {
        List<String> bodies = new ArrayList<>();
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"state\":\"done\",\"next_step\":\"nothing\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        stub.start();
        platform = platform(URI.create("http://127.0.0.1:" + stub.getAddress().getPort() + "/"), GatewayServer.ZUP);
        calls.run();
        stub.stop(0);
        return bodies;
    }

    @Test
    void givenSameDocument_whenTheSumDiffers_thenANewDocumentIsAskedFor() {
        BslObject document = document();
        grant(document, "10");

        BslStructure other = grant(document, "20");
        BslStructure unused = closed();

        assertThat(other.text("code")).isEqualTo("other_content");
        assertThat(other.text("next_step")).isEqualTo("new_document");
        assertThat(other.text("message")).containsPattern("[а-я]");
    }

    @Test
    void givenSeveralAccounts_whenNoOrganisationIsNamed_thenTheRequestHasToBeFixed() {
        BslStructure answer = settled("УстановитьЛимитКурьера", document(), CARD, order, new BigDecimal("10"));

        assertThat(answer.text("state")).isEqualTo("refused");
        assertThat(answer.text("next_step")).isEqualTo("fix_request");
    }

    @Test
    void givenWrongKey_whenAsked_thenTheAnswerIsReadAllTheSame() {
        platform = platform(SERVER.uri(), "not-the-key");

        BslStructure answer = grant(document(), "10");

        assertThat(answer.text("code")).isEqualTo("key_wrong");
        assertThat(platform.log()).isEmpty();
    }

    @Test
    void givenNoBridge_whenAsked_thenTriedThreeTimesAndLaterOnceMore() throws IOException {
        BslObject document = document();
        platform = platform(nobody(), GatewayServer.ZUP);
        BslStructure unanswered = grant(document, "33");
        List<String> log = platform.log();

        platform = platform(SERVER.uri(), GatewayServer.ZUP);
        BslStructure answer = grant(document, "33");
        BslStructure unused = closed();

        assertThat(unanswered.text("state")).isEqualTo("unanswered");
        assertThat(unanswered.text("happened")).isEqualTo("unknown");
        assertThat(unanswered.text("next_step")).isEqualTo("ask_again");
        assertThat(log).hasSize(3).allMatch(line -> line.startsWith("Ошибка работы с Интернет"));
        assertThat(answer.text("state")).isEqualTo("done");
    }

    @Test
    void givenHolderNoted_whenHeIsDismissed_thenHisCardsAreBlocked() {
        long card = SERVER.bank().addPlastic(TBankSimulator.ACCOUNT, "IVAN IVANOV");
        BslObject employee = BslPlatform.reference(UUID.randomUUID().toString());

        BslStructure noted = settled("ЗакрепитьКарту", document(), Long.toString(card), employee, ORGANISATION);
        BslStructure dismissed = settled("УволитьСотрудника", document(), employee, ORGANISATION);

        assertThat(noted.text("state")).isEqualTo("done");
        assertThat(dismissed.text("state")).as("%s", dismissed.asMap()).isEqualTo("done");
        assertThat(SERVER.bank().timesBlocked(card)).isEqualTo(1);
    }

    @Test
    void givenIntentThatHasEnded_whenCancelled_thenRefusedInWords() {
        BslStructure done = settled("ЗакрепитьКарту", document(), CARD, BslPlatform.reference("5f0b-1"), ORGANISATION);

        BslStructure cancelled = structure(module(platform).call("Отменить", done.text("intent")));

        assertThat(cancelled.text("state")).isNotEqualTo("cancelled");
        assertThat(cancelled.text("message")).containsPattern("[а-я]");
    }

    @Test
    void givenEvents_whenFetchedTwice_thenTheLastNumberAndTheJournalAreKept() {
        settled("ЗакрепитьКарту", document(), CARD, BslPlatform.reference("5f0b-2"), ORGANISATION);

        module(platform).call("ЗабратьСобытия");
        Object first = platform.constant("МостПоследнееСобытие");
        module(platform).call("ЗабратьСобытия");

        assertThat(first).isEqualTo(BigDecimal.valueOf(SERVER.bridge().intents().lastEvent("zup")));
        assertThat(platform.constant("МостПоследнееСобытие")).isEqualTo(first);
        assertThat(platform.constant("МостЖурнал"))
                .isEqualTo(SERVER.bridge().intents().journal());
    }

    @Test
    void givenMoreThanOnePage_whenFetched_thenAllAreTaken() {
        for (int i = 0; i < 60; i++) {
            settled("ЗакрепитьКарту", document(), CARD, BslPlatform.reference("5f0b-3"), ORGANISATION);
        }
        text = text.replace(MARKING, MARKING + "\n\tЗаписьЖурналаРегистрации(\"Событие\", , , , Событие.intent);\n");

        module(platform).call("ЗабратьСобытия");

        List<Intent> events = SERVER.bridge().intents().events("zup", 0, 1_000);
        assertThat(events).hasSizeGreaterThan(50);
        assertThat(platform.log())
                .containsExactlyElementsOf(events.stream().map(Intent::id).toList());
    }

    @Test
    void givenOtherJournal_whenFetched_thenAPersonIsCalledAndNothingIsForgotten() {
        platform.constant("МостПоследнееСобытие", new BigDecimal("17")).constant("МостЖурнал", "another");

        assertThatThrownBy(() -> module(platform).call("ЗабратьСобытия"))
                .isInstanceOf(BslException.class)
                .hasMessageStartingWith("Мост: ");
        assertThat(platform.constant("МостПоследнееСобытие")).isEqualTo(new BigDecimal("17"));
    }

    private BslStructure grant(BslObject document, String sum) {
        return settled("УстановитьЛимитКурьера", document, CARD, order, new BigDecimal(sum), ORGANISATION);
    }

    private BslStructure closed() {
        return settled("ЗакрытьЛимитКурьера", document(), CARD, order, ORGANISATION);
    }

    /** Asks again with the same document while the answer says to wait, as a base may. */
    private BslStructure settled(String name, Object... arguments) {
        BslStructure answer = structure(module(platform).call(name, arguments));
        for (int i = 0; i < MOST_ASKS && answer.text("next_step").equals("wait"); i++) {
            answer = structure(module(platform).call(name, arguments));
        }
        return answer;
    }

    private BslModule module(BslPlatform on) {
        return BslModule.read(text, on);
    }

    private static BslStructure structure(Object answer) {
        return (BslStructure) answer;
    }

    private static BslObject document() {
        return document(LocalDateTime.of(2099, 1, 1, 0, 0));
    }

    private static BslObject document(LocalDateTime date) {
        return BslPlatform.document(UUID.randomUUID().toString(), date);
    }

    private static BslPlatform platform(URI bridge, String key) {
        return new BslPlatform(bridge)
                .constant("МостКлюч", key)
                .constant("МостПоследнееСобытие", BigDecimal.ZERO)
                .constant("МостЖурнал", "");
    }

    /** Returns an address at which nobody listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
    }
}

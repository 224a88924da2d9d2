package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A company at Számlázz.hu. */
record SzamlazzPlayed(SzamlazzSimulator simulator, AtomicReference<@Nullable URI> target) implements Played {

    private static final String NUMBER = "number";
    private static final Object FIRST = "E-MSTK-2026-1";
    private static final String BOUNDARY = "mostik";

    SzamlazzPlayed(int port, SimulatedClock clock) {
        this(SzamlazzSimulator.start(port, clock), new AtomicReference<>());
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with("agentKey", simulator.agentKey(), "issuer", simulator.issuer(), NUMBER, FIRST);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "issue",
                        "Issues a document",
                        with("type", "SZ", NUMBER, FIRST, "order", "20931", "gross", "12990", "currency", "HUF"),
                        Action.silent(ask -> simulator.issue(
                                ask.text("type"),
                                ask.text(NUMBER),
                                ask.text("order"),
                                ask.text("gross"),
                                ask.text("currency")))),
                Action.hook(
                        "hook",
                        "Sends notices of payments to this address",
                        with("url", "http://127.0.0.1:9000/szamlazz"),
                        ask -> target.set(ask.loopback("url"))),
                Action.event(
                        "pay",
                        "Books a payment; the notice is sent",
                        with(NUMBER, FIRST, "amount", "12990", "method", "átutalás"),
                        Action.silent(ask -> {
                            simulator.pay(ask.text(NUMBER), ask.text("amount"), ask.text("method"));
                            tell();
                        })),
                Action.event(
                        "unpay",
                        "Takes the payments of a document away; the notice is sent",
                        with(NUMBER, FIRST),
                        Action.silent(ask -> {
                            simulator.unpay(ask.text(NUMBER));
                            tell();
                        })),
                Action.event(
                        "reverse",
                        "Reverses an invoice; the notice is sent",
                        with(NUMBER, FIRST, "storno", "E-MSTK-2026-2"),
                        Action.silent(ask -> {
                            simulator.reverse(ask.text(NUMBER), ask.text("storno"));
                            tell();
                        })));
    }

    private void tell() {
        Optional.ofNullable(target.get()).ifPresent(simulator::deliver);
    }

    @Override
    public Map<String, Object> holds() {
        return with(
                "noticesDue",
                simulator.notices().stream()
                        .map(notice -> with("notice", notice))
                        .toList());
    }

    @Override
    public Sample sample() {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"action-szamla_agent_xml\";"
                + " filename=\"q.xml\"\r\n\r\n<xmlszamlaxml xmlns=\"http://www.szamlazz.hu/xmlszamlaxml\">"
                + "<szamlaagentkulcs>"
                + simulator.agentKey().replace("&", "&amp;").replace("<", "&lt;") + "</szamlaagentkulcs><szamlaszam>"
                + FIRST
                + "</szamlaszam></xmlszamlaxml>\r\n--" + BOUNDARY + "--\r\n";
        return new Sample(
                "POST",
                "/szamla/",
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
                body,
                """
                import io.mostik.core.Secret;
                import io.mostik.salesautopilot.source.szamlazz.Szamlazz;

                try (Szamlazz billing = Szamlazz.builder()
                        .baseUri("%s")
                        .agentKey(Secret.of("%s"))
                        .build()) {
                    System.out.println(billing.find("E-MSTK-2026-1"));
                }\
                """.formatted(simulator.uri(), simulator.agentKey()));
    }
}

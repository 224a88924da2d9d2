package io.mostik.testing.szamlazz;

import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A company's account at Számlázz.hu: documents, the query of one of them as XML, and a notice for each that was paid, which carries
 * the sum paid so far. Notices that were not delivered merge. Thread-safe.
 */
public final class SzamlazzSimulator implements Simulator {

    private static final int TRIES = 10;
    private static final Pattern KEY = Pattern.compile("^<szamlaagentkulcs>([^<]*)</szamlaagentkulcs>");
    private static final Pattern ROOT = Pattern.compile(
            "<xmlszamlaxml xmlns=\"http://www.szamlazz.hu/xmlszamlaxml\">(.*)</xmlszamlaxml>", Pattern.DOTALL);

    private final Map<String, PlayedDocument> documents = new LinkedHashMap<>();
    private final Map<String, String> notices = new LinkedHashMap<>();
    private final HookSender sender = new HookSender(TRIES, Duration.ofSeconds(5), status -> status == 200);
    private final SimulatorServer server;

    private SzamlazzSimulator(int port, SimulatedClock clock) {
        this.server = SimulatorServer.start(
                port, clock, new Routes().on("POST", "/szamla/", (request, path) -> query(request)));
    }

    /** Starts on a free port; its clock stands until it is advanced. */
    public static SzamlazzSimulator start() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port with another clock. */
    public static SzamlazzSimulator start(int port, SimulatedClock clock) {
        return new SzamlazzSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the key of the Számla Agent that is asked for. */
    public String agentKey() {
        return "k-<simulated>&1";
    }

    /** Returns the vendor's id of the company. */
    public String issuer() {
        return "99001";
    }

    /** Issues a document in forint, of a type such as {@code SZ}, in the place of any other of its number. */
    public void issue(String type, String number, String order, String gross) {
        issue(type, number, order, gross, "HUF");
    }

    /** Issues a document in a currency. */
    public synchronized void issue(String type, String number, String order, String gross, String currency) {
        documents.remove(number);
        documents.put(number, new PlayedDocument(type, number, order, gross, currency, issuer()));
    }

    /** Lets a document be another company's. */
    public synchronized void issuedBy(String number, String company) {
        document(number).issuer = company;
    }

    /** Issues a correction of an invoice, by the difference. */
    public synchronized void correct(String number, String newNumber, String difference) {
        PlayedDocument original = document(number);
        issue("HS", newNumber, original.order, difference, original.currency);
        document(newNumber).original = number;
    }

    /** Makes an invoice of a proforma, which is gone then; its payments go along. */
    public synchronized void convert(String proforma, String number) {
        PlayedDocument paid = document(proforma);
        issue("SZ", number, paid.order, paid.gross.toPlainString(), paid.currency);
        document(number).proforma = proforma;
        document(number).payments.addAll(paid.payments);
        documents.remove(proforma);
    }

    /** Books a payment; a notice is due. */
    public synchronized void pay(String number, String amount, String method) {
        LocalDate today = LocalDate.ofInstant(server.clock().now(), ZoneId.of("Europe/Budapest"));
        document(number).payments.add(new PlayedDocument.Payment(today, method, new BigDecimal(amount)));
        notice(number);
    }

    /** Takes the payments of a document away, as if they had been booked on the wrong one; a notice is due. */
    public synchronized void unpay(String number) {
        document(number).payments.clear();
        notice(number);
    }

    /** Reverses an invoice, whose payments vanish; a notice is due. */
    public synchronized void reverse(String number, String storno) {
        PlayedDocument original = document(number);
        original.isReversed = true;
        original.payments.clear();
        issue("SS", storno, original.order, original.gross.negate().toPlainString(), original.currency);
        document(storno).original = number;
        notice(number);
    }

    /** Returns the sum of all documents of an order; what was reversed and its storno come to nothing. */
    public synchronized BigDecimal due(String order) {
        return of(order).map(document -> document.gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what is booked as paid on all documents of an order. */
    public synchronized BigDecimal paid(String order) {
        return of(order).map(PlayedDocument::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the notices that are due, by number of the document, as they would be sent now. */
    public synchronized List<String> notices() {
        return List.copyOf(notices.values());
    }

    /** Sends the notices that are due, each up to ten times until it is answered 200. */
    public synchronized void deliver(URI target) {
        notices.values().forEach(body -> post(target, body));
        notices.clear();
    }

    /** Sends a notice with this body, as often as the vendor does. */
    public HookDelivery post(URI target, String body) {
        return sender.deliver(OutgoingWebhook.post(target, "application/x-www-form-urlencoded", body));
    }

    /** Loses the notices that are due. */
    public synchronized void loseNotices() {
        notices.clear();
    }

    @Override
    public List<HookDelivery> deliveries() {
        return sender.deliveries();
    }

    private void notice(String number) {
        PlayedDocument document = document(number);
        StringBuilder body = new StringBuilder(field("szlahu_szamlaszam", number));
        document.proforma().ifPresent(proforma -> body.append('&').append(field("szlahu_dijbekero_szama", proforma)));
        if (!document.order.isEmpty()) {
            body.append('&').append(field("szlahu_rendelesszam", document.order));
        }
        body.append('&').append(field("szlahu_bruttovegosszeg", document.gross.toPlainString()));
        body.append('&').append(field("szlahu_kifizetettbrutto", document.paid().toPlainString()));
        body.append('&').append(field("szlahu_fizetesmod", "átutalás"));
        notices.put(number, body.toString());
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private PlayedDocument document(String number) {
        return Optional.ofNullable(documents.get(number))
                .orElseThrow(() -> new IllegalArgumentException("No document " + number));
    }

    private synchronized Answer query(RecordedRequest request) {
        Matcher root = ROOT.matcher(request.text());
        boolean isQuery = request.header("Content-Type").orElse("").startsWith("multipart/form-data")
                && request.text().contains("name=\"action-szamla_agent_xml\"; filename=\"");
        if (!isQuery || !root.find()) {
            return failure("", "no query");
        }
        Matcher key = KEY.matcher(root.group(1).strip());
        if (!key.find() || !text(key.group(1)).equals(agentKey())) {
            return failure("", "the key is wrong");
        }
        Optional<PlayedDocument> found = element(root.group(1), "szamlaszam")
                .map(number -> Optional.ofNullable(documents.get(number)))
                .orElseGet(() -> element(root.group(1), "rendelesSzam").flatMap(this::newest));
        return found.map(document -> xml(document.xml())).orElseGet(() -> failure("7", "no such document"));
    }

    private Optional<PlayedDocument> newest(String order) {
        return of(order).reduce((older, newer) -> newer);
    }

    private Stream<PlayedDocument> of(String order) {
        return documents.values().stream().filter(document -> document.order.equals(order));
    }

    private static Optional<String> element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return found.find() ? Optional.of(text(found.group(1))) : Optional.empty();
    }

    private static String text(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Answer failure(String code, String message) {
        return xml("<xmlszamlavalasz><sikeres>false</sikeres><hibakod>" + code + "</hibakod><hibauzenet>" + message
                + "</hibauzenet></xmlszamlavalasz>");
    }

    private static Answer xml(String text) {
        return Answer.bytes(200, "application/xml", text.getBytes(StandardCharsets.UTF_8));
    }
}

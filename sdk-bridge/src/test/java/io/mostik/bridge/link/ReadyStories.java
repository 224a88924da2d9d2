package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.Simulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vipex.VipexHook;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stories of the six ready links. */
final class ReadyStories {

    static final long PROJECT = 134;
    private static final String FORM = "application/x-www-form-urlencoded";

    private ReadyStories() {}

    static List<ReadyStory> all() {
        return List.of(
                new Newsletter(),
                new Disposition(),
                new ChangedOrder(),
                new MissedCall(),
                new Invoice(),
                new Dismissal());
    }

    static String phone(int number) {
        return "+36301" + (110_000 + number);
    }

    /** Returns what a Mailchimp audience posts. */
    static OutgoingWebhook audience(StoryLab lab, String type, int number, String time) {
        String body = "type=" + type + "&fired_at=2026-11-29+" + time + "&data[email]=n" + number
                + "%40example.hu&data[merges][FNAME]=N&data[merges][PHONE]="
                + phone(number).replace("+", "%2B");
        return OutgoingWebhook.post(secret(lab, "newsletter/subscriber"), FORM, body);
    }

    private static URI secret(StoryLab lab, String address) {
        return URI.create(lab.hook(address) + "?key=" + StoryLab.SECRET);
    }

    private record Newsletter() implements ReadyStory {

        @Override
        public String ready() {
            return "newsletter-to-calls";
        }

        @Override
        public void prepare(StoryLab lab, int number) {}

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            return Optional.of(audience(lab, "subscribe", number, "10:00:00"));
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.empty();
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.of(lab.vcc);
        }

        @Override
        public long done(StoryLab lab, int number) {
            return calls(lab, number);
        }
    }

    /** Returns how many records would call a subscriber. */
    static long calls(StoryLab lab, int number) {
        return lab.vcc.records(PROJECT).stream()
                .filter(record -> lab.vcc
                        .value(PROJECT, record, "phone1")
                        .filter(phone(number)::equals)
                        .isPresent())
                .count();
    }

    private record Disposition() implements ReadyStory {

        @Override
        public String ready() {
            return "disposition-to-newsletter";
        }

        @Override
        public void prepare(StoryLab lab, int number) {
            String nowhere = lab.hook("callcentre/disposition").toString().replace("/hooks/", "/nowhere/");
            lab.vcc.onDisposition(VccHook.post(nowhere).secretKey(StoryLab.SECRET));
            long record = lab.vcc.addRecord(PROJECT, Map.of("name", "N", "email", email(number)));
            lab.vcc.call(PROJECT, record, 17, 11, "wants letters");
        }

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            List<HookDelivery> sent = lab.vcc.deliveries();
            return Optional.of(here(sent.get(sent.size() - 1).hook()));
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.empty();
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.of(lab.letters);
        }

        @Override
        public long done(StoryLab lab, int number) {
            return lab.letters
                    .records(SalesAutopilotSimulator.NEWSLETTER, "email", email(number))
                    .size();
        }

        private static String email(int number) {
            return "d" + number + "@example.hu";
        }
    }

    private static OutgoingWebhook here(OutgoingWebhook hook) {
        URI uri = URI.create(hook.uri().toString().replace("/nowhere/", "/hooks/"));
        return new OutgoingWebhook(hook.method(), uri, hook.headers(), hook.body());
    }

    private record ChangedOrder(Map<Integer, Long> orders) implements ReadyStory {

        ChangedOrder() {
            this(new LinkedHashMap<>());
        }

        @Override
        public String ready() {
            return "order-to-shop";
        }

        @Override
        public void prepare(StoryLab lab, int number) {
            orders.put(number, lab.workshop.seedOrder());
        }

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            return Optional.empty();
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.of(lab.workshop);
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.empty();
        }

        @Override
        public long done(StoryLab lab, int number) {
            return lab.bridge.intents().events("link:order-to-shop", 0, 1_000).stream()
                    .filter(event -> event.results()
                            .find("subject")
                            .filter(("order " + orders.get(number))::equals)
                            .isPresent())
                    .count();
        }
    }

    private record MissedCall() implements ReadyStory {

        @Override
        public String ready() {
            return "missed-call-to-lead";
        }

        @Override
        public void prepare(StoryLab lab, int number) {
            URI nowhere = URI.create(lab.hook("pbx/calls").toString().replace("/hooks/", "/nowhere/"));
            lab.pbx.onCallData(VipexHook.post(nowhere).apiKey(StoryLab.SECRET));
            var unused = lab.pbx.pushCallData(Map.of(
                    "call_id", "c-" + number,
                    "direction", "inbound",
                    "caller", phone(number),
                    "called", "+3615550100",
                    "status", "missed",
                    "start", "2026-11-29T10:00:00Z",
                    "end", "2026-11-29T10:00:20Z"));
        }

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            List<HookDelivery> sent = lab.pbx.deliveries();
            return Optional.of(here(sent.get(sent.size() - 1).hook()));
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.empty();
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.of(lab.workshop);
        }

        @Override
        public long done(StoryLab lab, int number) {
            String digits = phone(number).substring(1);
            return lab.workshop.leads().stream()
                    .filter(lead -> lead.toString().contains(digits))
                    .count();
        }
    }

    private record Invoice() implements ReadyStory {

        @Override
        public String ready() {
            return "invoice-to-order";
        }

        @Override
        public void prepare(StoryLab lab, int number) {
            lab.letters.addRecord(
                    SalesAutopilotSimulator.ORDERS,
                    Map.of(
                            "email", "i" + number + "@example.hu",
                            "mssys_shoprenter_id", "W-" + number,
                            "mssys_order_status", "1"));
            lab.invoices.issue("SZ", "2026/" + number, "W-" + number, "25400");
            lab.invoices.pay("2026/" + number, "25400", "átutalás");
        }

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            return Optional.of(
                    OutgoingWebhook.post(secret(lab, "invoices/paid"), FORM, "szlahu_szamlaszam=2026%2F" + number));
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.of(lab.invoices);
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.of(lab.letters);
        }

        @Override
        public long done(StoryLab lab, int number) {
            return lab.letters.orders("W-" + number).stream()
                    .filter(order ->
                            order.getOrDefault("mssys_order_status", "").equals("2"))
                    .count();
        }
    }

    private record Dismissal() implements ReadyStory {

        private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

        @Override
        public String ready() {
            return "dismissal-to-cards";
        }

        @Override
        public void prepare(StoryLab lab, int number) {
            var unused = lab.before(
                    "cards.holder.note",
                    "bank",
                    Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                            .with("employee", EMPLOYEE));
            String unusedKey = lab.zup.dismiss(EMPLOYEE, LocalDate.now(ZoneOffset.UTC));
        }

        @Override
        public Optional<OutgoingWebhook> hook(StoryLab lab, int number) {
            return Optional.empty();
        }

        @Override
        public Optional<Simulator> source(StoryLab lab) {
            return Optional.of(lab.zup);
        }

        @Override
        public Optional<Simulator> target(StoryLab lab) {
            return Optional.of(lab.bank);
        }

        @Override
        public long done(StoryLab lab, int number) {
            return lab.bank.card(TBankSimulator.PLASTIC_CARD).status() == CardStatus.BLOCKED ? 1 : 0;
        }

        @Override
        public boolean isFresh() {
            return true;
        }
    }
}

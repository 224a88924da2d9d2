package io.mostik.testing.vcclive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The webhooks beside the one for dispositions: what the vendor tells, and what it asks and acts on. Obtained from
 * {@code VccLiveSimulator.events()}. Thread-safe.
 */
public final class VccEvents {

    private final VccAccount account;
    private final HookSender sender;
    private final SimulatedClock clock;
    private final Queue<Runnable> pending = new ConcurrentLinkedQueue<>();
    private volatile Optional<VccHook> userHook = Optional.empty();

    VccEvents(VccAccount account, HookSender sender, SimulatedClock clock) {
        this.account = account;
        this.sender = sender;
        this.clock = clock;
    }

    /** Sets where new and changed users are reported; nowhere unless set. */
    public void onUser(VccHook hook) {
        userHook = Optional.of(requireNonNull(hook, "hook"));
    }

    /** Gives a user another name, as an administrator would, and tells it. */
    public void renameUser(long userId, String name) {
        VccUser before;
        synchronized (account) {
            before = account.users.find(userId).orElseThrow();
            account.users.add(before.named(name));
        }
        tellUser(Optional.of(before), before.named(name), "");
    }

    /** Takes a card payment during a call: tells that it is in progress, then how it ended. */
    public List<HookDelivery> pay(VccHook hook, VccCall call, BigDecimal amount, boolean successful) {
        String transaction = UUID.randomUUID().toString();
        List<HookDelivery> told = new ArrayList<>();
        for (String status : List.of("in_progress", successful ? "successful" : "unsuccessful")) {
            JsonObject payment = new JsonObject()
                    .with("status", status)
                    .with("status_message", "")
                    .with("amount", amount)
                    .with("currency", "huf")
                    .with("payment_type", "creditcard")
                    .with("card_number_trailing", "1111")
                    .with("card_number_length", 16)
                    .with("card_expiration", "0129")
                    .with("payment_gw", "simulated")
                    .with("transactionid", transaction)
                    .with("vposid", NullNode.getInstance())
                    .with("token", NullNode.getInstance());
            told.add(send(hook, about(call, payment)));
        }
        return told;
    }

    private Map<String, Object> about(VccCall call, Map<String, Object> payment) {
        JsonObject message = new JsonObject()
                .with("payment", payment)
                .with("in_call", true)
                .with("uuid", call.uuid())
                .with("numberid", call.numberId())
                .with("projectid", call.projectId())
                .with("userid", call.userId());
        synchronized (account) {
            message.put("username", account.users.get(call.userId()).username());
        }
        message.put("teamids", List.of());
        message.put("timestamp", VccTime.iso(clock.now()));
        message.put("client_data", List.of());
        return message;
    }

    /**
     * Asks whether an agent may log in to projects.
     *
     * @return the projects that were refused; all of them where the answer is of no use, since then nobody can log in
     */
    public List<Long> logIn(VccHook hook, long userId, long projectId, Long... secondary) {
        Map<String, Object> question = new LinkedHashMap<>();
        synchronized (account) {
            VccUser user = account.users.find(userId).orElseThrow();
            question.put("userId", user.id());
            question.put("username", user.username());
            question.put("groupId", user.roleId());
        }
        question.put("projectId", projectId);
        question.put("secondaryProjectIds", List.of(secondary));
        question.put("customData", List.of());
        HookDelivery.Attempt answer = send(hook, question).last();
        JsonNode decisions = answer.status().orElse(0) == 200 ? json(answer.text()) : json("{}");
        List<Long> asked = new ArrayList<>(List.of(secondary));
        asked.add(0, projectId);
        return asked.stream()
                .filter(project -> !decisions.path(Long.toString(project)).asBoolean(false))
                .toList();
    }

    /**
     * Asks as a step of an IVR that sends variables.
     *
     * @return the variables that the answer sets, read as its content type says; plain text is one, named {@code text};
     *     none where the status is not 200
     */
    public Map<String, String> ivr(VccHook hook, Map<String, String> variables) {
        HookDelivery.Attempt answer = send(hook, variables).last();
        if (answer.status().orElse(0) != 200) {
            return Map.of();
        }
        Map<String, String> read = new LinkedHashMap<>();
        String type = answer.contentType().replaceFirst(";.*", "").strip();
        switch (type) {
            case "application/json", "text/json" ->
                json(answer.text())
                        .properties()
                        .forEach(each -> read.put(each.getKey(), each.getValue().asText()));
            case "text/x-ini" ->
                answer.text()
                        .lines()
                        .filter(line -> line.contains("="))
                        .forEach(line -> read.put(
                                line.substring(0, line.indexOf('=')).strip(),
                                line.substring(line.indexOf('=') + 1).strip()));
            default -> read.put("text", answer.text());
        }
        return read;
    }

    /** Sends an event whose shape the vendor does not publish, such as an SMS, with this content. */
    public HookDelivery send(VccHook hook, Map<String, ?> content) {
        return sender.deliver(hook.toHook(Answer.json(200, content).body(), content));
    }

    /** Tells of a new user once the answer to the request that made it has left, for its receiver may ask in turn. */
    void tellLater(VccUser user, String password) {
        pending.add(() -> tellUser(Optional.empty(), user, password));
    }

    void tellPending() {
        for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
            next.run();
        }
    }

    /** A password travels only in an encrypted body, and only when there is a new one. */
    private void tellUser(Optional<VccUser> before, VccUser now, String password) {
        if (userHook.isEmpty()) {
            return;
        }
        VccHook hook = userHook.get();
        Map<String, Object> described = now.describeInWebhook();
        if (hook.isEncrypted() && !password.isEmpty()) {
            described.put("password", password);
        }
        JsonObject message = new JsonObject()
                .with("old", before.<Object>map(VccUser::describeInWebhook).orElse(NullNode.getInstance()))
                .with("new", described)
                .with("timestamp", VccTime.iso(clock.now()));
        send(hook, message);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode();
        }
    }
}

package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimits;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.SdkException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Changes of cards that need a second person, or a third. The bank has no such step: anybody with the token can act at
 * once, so the gate is here. From {@link CardWorkflows#approvals}. Thread-safe.
 *
 * <pre>{@code
 * Approvals approvals = CardWorkflows.of(bank, store).approvals().with(policy).onChange(change -> desk.note(change));
 * ChangeRequest asked = approvals.requestIncrease(card, new BigDecimal("5000"), demand);
 * approvals.pending("finance director").forEach(change -> show(change));
 * approvals.approve(asked.id(), "finance director");
 * scheduler.scheduleWithFixedDelay(approvals::runDue, 0, 1, TimeUnit.MINUTES);
 * }</pre>
 *
 * <p>A change is executed after its approval only, and only if the limit is still the one that the approver knew; a
 * reissue takes the limits along as they are when it is executed. It is sent once, and read back before it is sent again.
 * It waits for an open order of its card, and is refused for a card whose holder was dismissed. All of it is stored in the
 * store: it survives a restart, and several nodes may work on it.
 *
 * <p>People are texts, as the application that signed them in knows them. Nobody approves a change of his own: names that
 * differ in case, blanks, unseen characters, Unicode forms, accents or look-alike letters count as one person there.
 *
 * <p>What no client can promise: a one-time limit whose request reaches the bank after its caller gave up, and after a
 * second one was sent, is filled up twice. {@link Allowances#watch} finds that when more is spent than was approved.
 */
public final class Approvals {

    private static final System.Logger LOG = System.getLogger("io.mostik.bankcards");

    private final CardBank bank;
    private final ChangeRecords changes;
    private final ChangeExecution execution;
    private final ApprovalPolicy policy;
    private final Consumer<ChangeRequest> listener;

    Approvals(CardBank bank, ChangeRecords changes, ChangeExecution execution) {
        this(bank, changes, execution, ApprovalPolicy.anybody(), change -> {});
    }

    private Approvals(
            CardBank bank,
            ChangeRecords changes,
            ChangeExecution execution,
            ApprovalPolicy policy,
            Consumer<ChangeRequest> listener) {
        this.bank = bank;
        this.changes = changes;
        this.execution = execution;
        this.policy = policy;
        this.listener = listener;
    }

    /** Returns a view of the same changes whose decisions follow a policy; {@link ApprovalPolicy#anybody} by default. */
    public Approvals with(ApprovalPolicy rules) {
        return new Approvals(bank, changes, execution, Objects.requireNonNull(rules, "policy"), listener);
    }

    /**
     * Returns a view of the same changes that tells a listener, such as one that writes to the approver, of each change
     * that begins to wait for a decision, is decided, begins at the bank, or ends through this view. What it throws is
     * logged. A process that dies may not have told: {@link #pending} is what is true.
     */
    public Approvals onChange(Consumer<ChangeRequest> told) {
        return new Approvals(bank, changes, execution, policy, Objects.requireNonNull(told, "listener"));
    }

    /**
     * Asks for another spend limit. Nothing is changed at the bank.
     *
     * @throws SdkException if the limits of the card could not be read
     */
    public ChangeRequest requestLimit(Ucid ucid, NewLimit limit, Demand demand) {
        Offers.needPeriod(bank, limit.period());
        return request(ucid, demand, (next, limits) -> next.limit(limit));
    }

    /**
     * Asks for another cash limit, a ceiling inside the spend limit. Nothing is changed at the bank.
     *
     * @throws CardRefusedException with {@code LIMIT_OF_BANK} if the bank tells no cash limit of this card
     */
    public ChangeRequest requestCashLimit(Ucid ucid, NewLimit limit, Demand demand) {
        Objects.requireNonNull(limit, "limit");
        CardBank.CashLimits unused = Offers.need(bank.cashLimits());
        return request(ucid, demand, (next, limits) -> {
            refuseIf(limits.cashLimit().isEmpty(), Reason.LIMIT_OF_BANK);
            return next.cashLimit(limit);
        });
    }

    /**
     * Asks for a spend limit that is higher by a sum: of a one-time limit than what is left of it when the change is
     * executed, of a daily or monthly one than the limit. Nothing is changed at the bank.
     *
     * @param by more than zero, at most two decimals, in units of the currency of the card's account
     * @throws CardRefusedException with {@code LIMIT_OF_BANK} if the limit has a period that the bank alone sets
     * @throws IllegalArgumentException if the sum, or the limit that it comes to, is none that the bank takes
     */
    public ChangeRequest requestIncrease(Ucid ucid, BigDecimal by, Demand demand) {
        if (Objects.requireNonNull(by, "by").signum() <= 0) {
            throw new IllegalArgumentException("by must be more than zero");
        }
        NewLimit unused = NewLimit.once(by);
        return request(ucid, demand, (next, limits) -> {
            refuseIf(limits.spendLimit().limitPeriod().equals(LimitPeriod.CUSTOM), Reason.LIMIT_OF_BANK);
            Offers.needPeriod(bank, limits.spendLimit().limitPeriod());
            if (limits.spendLimit().limitPeriod().equals(LimitPeriod.IRREGULAR)) {
                Offers.needAtOnce(bank);
            }
            LimitBefore before = LimitBefore.of(limits.spendLimit(), changes.at());
            return next.increase(by).limit(before.raised(by));
        });
    }

    /** Asks for a reissue of a virtual card. Nothing is changed at the bank. */
    public ChangeRequest requestReissue(Ucid ucid, Demand demand) {
        CardBank.Reissuing unused = Offers.need(bank.reissuing());
        Offers.needAtOnce(bank);
        return request(ucid, demand, (next, limits) -> next);
    }

    /**
     * Who asks for a change.
     *
     * @param requester who; at most 200 characters
     * @param reason why; at most 2000 characters
     * @param validFor how long it may wait for its execution; at most 400 days
     */
    public record Demand(String requester, String reason, Duration validFor) {

        private static final Duration LONGEST = Duration.ofDays(400);
        private static final int MOST_WORDS = 2_000;

        /** Refuses blanks and a time that is over. */
        public Demand {
            requester = PersonName.check("requester", requester);
            reason = checkReason(reason);
            if (validFor.isZero() || validFor.isNegative() || validFor.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("validFor must be positive, and at most 400 days");
            }
        }

        static String checkReason(String reason) {
            if (PersonName.strict(reason).isEmpty() || reason.length() > MOST_WORDS) {
                throw new IllegalArgumentException("reason must not be blank, nor longer than 2000 characters");
            }
            return reason;
        }
    }

    /** Returns one change. */
    public Optional<ChangeRequest> find(String id) {
        return changes.find(id);
    }

    /** Returns all changes that ever were, however many. */
    public List<ChangeRequest> all() {
        return changes.all();
    }

    /** Returns the changes that wait for a decision, the oldest first; those that are too old are not among them. */
    public List<ChangeRequest> pending() {
        return open().stream()
                .filter(change -> change.state() == State.REQUESTED)
                .toList();
    }

    /** Returns the inbox of one approver: what waits for a decision that the policy lets this person take. */
    public List<ChangeRequest> pending(String approver) {
        String who = PersonName.check("approver", approver);
        return pending().stream()
                .filter(change -> objection(change, who).isEmpty())
                .toList();
    }

    /** Returns all changes that are not over: that wait, are approved, under way, or unknown; the oldest first. */
    public List<ChangeRequest> open() {
        Map<String, ChangeRequest> open = new LinkedHashMap<>();
        changes.open().forEach(change -> open.put(change.id(), change));
        execution.unfinished().stream()
                .flatMap(id -> changes.find(id).stream())
                .forEach(change -> open.putIfAbsent(change.id(), change));
        return open.values().stream()
                .map(changes::now)
                .filter(change -> !change.state().isOver())
                .sorted(Comparator.comparing(ChangeRequest::since))
                .toList();
    }

    /**
     * Approves a change. Where the policy asks for two approvals, it waits on after the first one.
     *
     * @throws CardRefusedException with {@code OWN_CHANGE} if the approver is the requester in whatever spelling; with
     *     {@code NOT_ENTITLED} by the policy; with {@code SAME_APPROVER} if he has approved it before; with
     *     {@code DECIDED} if it does not wait for a decision any more
     */
    public ChangeRequest approve(String id, String approver) {
        String who = PersonName.check("approver", approver);
        return update(id, change -> {
            objection(change, who).ifPresent(reason -> refuseIf(true, reason));
            refuseIf(change.state() != State.REQUESTED, Reason.DECIDED);
            return changes.approved(change, who, policy.approvalsFor(change));
        });
    }

    /**
     * Rejects a change.
     *
     * @throws CardRefusedException with {@code NOT_ENTITLED} by the policy; with {@code DECIDED} if it does not wait for a
     *     decision any more
     */
    public ChangeRequest reject(String id, String by, String reason) {
        String who = decider("by", by);
        return update(id, change -> {
            refuseIf(change.state() != State.REQUESTED, Reason.DECIDED);
            return changes.decided(change, State.REJECTED, who, "rejected: " + Demand.checkReason(reason));
        });
    }

    /**
     * Takes a change back, before it is begun: it is not wanted any more.
     *
     * @throws CardRefusedException with {@code NOT_REQUESTER} for anybody else; with {@code DECIDED} if it is begun or over
     */
    public ChangeRequest withdraw(String id, String requester, String reason) {
        String who = PersonName.strict(PersonName.check("requester", requester));
        return update(id, change -> {
            refuseIf(!PersonName.strict(change.requester()).equals(who), Reason.NOT_REQUESTER);
            return ended(change, State.WITHDRAWN, requester.strip(), "withdrawn: " + Demand.checkReason(reason));
        });
    }

    /**
     * Ends a change, approved or not, before it is begun: of two at once, this and {@link #execute}, one wins.
     *
     * @throws CardRefusedException with {@code NOT_ENTITLED} by the policy; with {@code DECIDED} if it is begun or over
     */
    public ChangeRequest cancel(String id, String by, String reason) {
        String who = decider("by", by);
        return update(id, change -> ended(change, State.CANCELLED, who, "cancelled: " + Demand.checkReason(reason)));
    }

    /**
     * Executes an approved change, or resumes one that this process or a crashed one began. Call it again until the state
     * {@linkplain State#isOver is over}, or let {@link #runDue} do so; a reissue takes minutes. What must not be done any
     * more has {@code FAILED} with a {@link ChangeRequest#refusal}. A reissue whose answer was lost is looked for among
     * the cards of the account, and sent again when no new card is there an hour later. One whose job the bank has
     * forgotten is looked for as well, and fails when no new card is there an hour after it was begun.
     *
     * @return the change in its current state; {@code EXECUTING} while another thread or node is at it, or a lost
     *     request may still arrive at the bank
     * @throws CardRefusedException with {@code NOT_APPROVED}; with {@code BUSY} while an order of the card is open or
     *     another change of it under way: execute it again later
     * @throws SdkException if the bank could not be read; the change goes on when it is executed again
     */
    public ChangeRequest execute(String id) {
        ChangeRequest change = changes.update(id, unchanged -> unchanged);
        State state = change.state();
        boolean isNone = state == State.REJECTED || state == State.WITHDRAWN || state == State.CANCELLED;
        refuseIf(state == State.REQUESTED || isNone, Reason.NOT_APPROVED);
        return state.isOver() ? change : told(change, execution.advance(change));
    }

    /**
     * Takes every change as far as it gets now: executes what is approved, goes on with what is under way or unknown, ends
     * what has waited too long. One that fails or has to wait stops no other. For a scheduler, every minute or so, on any
     * number of nodes.
     *
     * @return how many changes came to their end
     */
    public int runDue() {
        int ended = 0;
        for (ChangeRequest change : changes.open()) {
            if (Thread.currentThread().isInterrupted()) {
                return ended;
            }
            ended += goOn(change) ? 1 : 0;
        }
        return ended;
    }

    /**
     * Writes down what a person has found out about a change that is {@code UNKNOWN}, or under way for ever. What did not
     * happen may be executed again; a limit that happened is executed; a reissue that happened has failed here unless its
     * new card is named by {@link #resolveReissue}.
     *
     * @param who who has looked; not the requester
     * @throws CardRefusedException with {@code OWN_CHANGE} or {@code NOT_ENTITLED}; with {@code NOT_OPEN} if there is
     *     nothing to resolve; with {@code BUSY} while it is being sent
     */
    public ChangeRequest resolve(String id, String who, boolean happened, String reason) {
        String what = (happened ? "says that it happened: " : "says that it did not happen: ");
        return resolve(
                id,
                who,
                what + Demand.checkReason(reason),
                change -> execution
                        .resolve(change, happened)
                        .orElseThrow(() -> new CardRefusedException(Reason.NOT_OPEN)));
    }

    /**
     * Writes down which card a reissue has brought, where the bank does not say so; its limits and its place in the
     * directory follow with the next {@link #execute} or {@link #runDue}.
     *
     * @param successor a card that was not on the account when the reissue was begun
     * @throws CardRefusedException as {@link #resolve}
     */
    public ChangeRequest resolveReissue(String id, String who, Ucid successor, String reason) {
        ChangeRequest known = changes.get(id);
        boolean isOld = successor.equals(known.ucid()) || known.known().contains(successor);
        if (isOld) {
            throw new IllegalArgumentException("successor must be a card that was not there before the reissue");
        }
        refuseIf(known.kind() != ChangeRequest.Kind.REISSUE, Reason.NOT_OPEN);
        String what = "says that the new card is " + successor + ": " + Demand.checkReason(reason);
        return resolve(id, who, what, change -> execution.resolve(change, successor));
    }

    /**
     * Writes the trails of all changes as CSV: UTF-8 is for the caller to choose, commas, CRLF, every value in quotes, one
     * line for each step, the changes in the order in which they were asked for. The digest in each line covers all
     * steps before it, so that an earlier export shows whether a later one was altered.
     */
    public void exportTrail(Appendable out) {
        Comparator<ChangeRequest> byAge =
                Comparator.comparing(change -> change.trail().isEmpty()
                        ? change.since()
                        : change.trail().get(0).at());
        TrailExport.write(all().stream().sorted(byAge).toList(), Objects.requireNonNull(out, "out"));
    }

    private ChangeRequest request(
            Ucid ucid, Demand demand, BiFunction<ChangeRequest.Builder, CardLimits, ChangeRequest.Builder> wish) {
        Objects.requireNonNull(demand, "demand");
        CardLimits limits = bank.limits(ucid);
        Instant now = changes.at();
        ChangeRequest.Builder next = ChangeRequest.builder();
        next.id(UUID.randomUUID().toString())
                .ucid(ucid)
                .state(State.REQUESTED)
                .requester(demand.requester())
                .reason(demand.reason())
                .expiresAt(now.plus(demand.validFor()))
                .since(now)
                .spendBefore(LimitBefore.of(limits.spendLimit(), now))
                .cashBefore(limits.cashLimit().map(cash -> LimitBefore.of(cash, now)));
        ChangeRequest asked = wish.apply(next, limits).build();
        ChangeRequest added = changes.add(changes.said(asked, demand.requester(), "requested: " + demand.reason()));
        tell(added);
        return added;
    }

    /** Returns why somebody must not approve a change; empty if he may. */
    private Optional<Reason> objection(ChangeRequest change, String who) {
        if (PersonName.looksSame(change.requester(), who)) {
            return Optional.of(Reason.OWN_CHANGE);
        }
        if (!policy.mayApprove(who, change)) {
            return Optional.of(Reason.NOT_ENTITLED);
        }
        boolean isSame = change.state() == State.REQUESTED
                && change.approvedBy().stream().anyMatch(one -> PersonName.looksSame(one, who));
        return isSame ? Optional.of(Reason.SAME_APPROVER) : Optional.empty();
    }

    private String decider(String parameter, String name) {
        String who = PersonName.check(parameter, name);
        refuseIf(!policy.mayDecide(who), Reason.NOT_ENTITLED);
        return who;
    }

    private ChangeRequest ended(ChangeRequest change, State state, String who, String what) {
        boolean waits = change.state() == State.REQUESTED || change.state() == State.APPROVED;
        refuseIf(!waits, Reason.DECIDED);
        return changes.decided(change, state, who, what);
    }

    /** What is said is written down before it takes effect; said again, if a process died between the two. */
    private ChangeRequest resolve(String id, String name, String what, Predicate<ChangeRequest> step) {
        String who = decider("who", name);
        ChangeRequest before = changes.get(id);
        refuseIf(PersonName.looksSame(before.requester(), who), Reason.OWN_CHANGE);
        boolean isOpen = before.state() == State.UNKNOWN || before.state() == State.EXECUTING;
        refuseIf(!isOpen, Reason.NOT_OPEN);
        ChangeRequest said = changes.update(id, change -> changes.said(change, who, what));
        refuseIf(!step.test(said), Reason.BUSY);
        return told(before, changes.get(id));
    }

    private boolean goOn(ChangeRequest change) {
        try {
            boolean waits = change.state() == State.REQUESTED;
            ChangeRequest now = waits ? update(change.id(), same -> same) : execute(change.id());
            return now.state().isOver();
        } catch (RuntimeException e) { // one that fails stops no other; it is tried again with the next run
            boolean isUsual = e instanceof CardRefusedException refused && refused.isRetryable();
            LOG.log(
                    isUsual ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "change " + change.id() + " does not go on: " + e.getClass().getSimpleName());
            return false;
        }
    }

    private ChangeRequest update(String id, UnaryOperator<ChangeRequest> change) {
        ChangeRequest before = changes.get(id);
        return told(before, changes.update(id, change));
    }

    private ChangeRequest told(ChangeRequest before, ChangeRequest now) {
        boolean isNews = before.state() != now.state()
                || before.approvedBy().size() != now.approvedBy().size();
        if (isNews) {
            tell(now);
        }
        return now;
    }

    private void tell(ChangeRequest change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the listener failed on change " + change.id() + ": "
                            + e.getClass().getSimpleName());
        }
    }
}

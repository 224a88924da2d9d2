package io.mostik.testing.tbank;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.HookDelivery;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A simulator of T-Bank's card API: the ordinary host, the secured host and, beneath the ordinary one, the
 * sandbox; card payments are delivered to subscribers. One journal and one fault injector serve all of them. Starts
 * with {@link #VIRTUAL_CARD} and {@link #PLASTIC_CARD}, whose limits are zero. Its clock follows the machine's, or
 * stands ({@link #startFrozen}). Sums are rubles.
 *
 * <pre>{@code
 * try (TBankSimulator vendor = TBankSimulator.start();
 *         TBank bank = TBank.builder()
 *                 .environment(Environment.of(vendor.ordinaryUri().toString(), vendor.securedUri().toString()))
 *                 .token(Secret.of(vendor.token()))
 *                 .build()) {
 *     bank.limits().setSpend(Ucid.of(TBankSimulator.VIRTUAL_CARD), NewLimit.once(new BigDecimal("1450.50")));
 *     Decision paid = vendor.spend(TBankSimulator.VIRTUAL_CARD, new BigDecimal("900"));      // as the holder pays
 * }
 * }</pre>
 *
 * <p>{@link #faults} makes it fail, {@link #journal} says what it was asked, {@link #deliveries} what it sent. In JUnit
 * {@link io.mostik.testing.SimulatorExtension} starts and closes it. Thread-safe.
 */
public final class TBankSimulator implements Simulator {

    /** The account of the cards it starts with. */
    public static final String ACCOUNT = "40702810900000012345";

    /** The ucid of the virtual card it starts with. */
    public static final long VIRTUAL_CARD = 1100200301;

    /** The ucid of the plastic card it starts with. */
    public static final long PLASTIC_CARD = 1100200302;

    private final Bank bank;
    private final Reissues reissues;
    private final MethodRates rates;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Ledger ledger;
    private final Applications applications;
    private final IdentificationMethods identification;
    private final Access access = new Access();
    private final SimulatorServer ordinary;
    private final SimulatorServer secured;

    private TBankSimulator(int port, Optional<SSLContext> tls, SimulatedClock clock) {
        this.bank = new Bank(requireNonNull(clock, "clock"));
        this.reissues = new Reissues(bank, clock);
        this.rates = new MethodRates(clock);
        this.ledger = new Ledger(clock, subscriptions::tell);
        this.applications = new Applications(bank, clock);
        this.identification = new IdentificationMethods(clock);
        bank.add(ACCOUNT, "OLEG VOLKOV", true);
        bank.add(ACCOUNT, "IRINA SOKOL", false);
        this.ordinary = SimulatorServer.start(port, clock, ordinaryHost());
        try {
            this.secured = startSecuredHost(port == 0 ? 0 : port + 1, tls);
        } catch (RuntimeException e) {
            ordinary.close();
            throw e;
        }
    }

    /** Starts both hosts over plain HTTP on free ports; its clock follows the machine's. */
    public static TBankSimulator start() {
        return start(0, SimulatedClock.running());
    }

    /**
     * Starts on a free port with a clock that stands still until it is advanced: for tests that move the vendor's time.
     */
    public static TBankSimulator startFrozen() {
        return start(0, SimulatedClock.standing());
    }

    /**
     * Starts both hosts over plain HTTP, with another clock: the ordinary one on this port, the secured one on the next; 0
     * for free ones.
     */
    public static TBankSimulator start(int port, SimulatedClock clock) {
        return new TBankSimulator(port, Optional.empty(), clock);
    }

    /** Starts on free ports; the secured host speaks TLS and turns away clients without a trusted certificate. */
    public static TBankSimulator startSecured(SSLContext bank) {
        return startSecured(0, bank, SimulatedClock.standing());
    }

    /** Starts on this and the next port; the secured host speaks TLS and requires a client certificate. */
    public static TBankSimulator startSecured(int port, SSLContext bank, SimulatedClock clock) {
        return new TBankSimulator(port, Optional.of(bank), clock);
    }

    @Override
    public SimulatorServer server() {
        return ordinary;
    }

    /** Returns the base of the ordinary host. */
    @Override
    public URI uri() {
        return ordinaryUri();
    }

    @Override
    public List<URI> uris() {
        return List.of(ordinaryUri(), securedUri());
    }

    /** Returns the base of the ordinary host, which lists cards, operations and accounts; ends in {@code /openapi}. */
    public URI ordinaryUri() {
        return URI.create(ordinary.uri() + "/openapi");
    }

    /** Returns the base of the secured host, which has the other methods of cards. */
    public URI securedUri() {
        return secured.uri();
    }

    /** Returns the base of the sandbox for methods of the ordinary host. */
    public URI sandboxUri() {
        return URI.create(ordinaryUri() + "/sandbox");
    }

    /** Returns the base of the sandbox for methods of the secured host. */
    public URI sandboxSecuredUri() {
        return URI.create(sandboxUri() + "/secured");
    }

    /** Returns the token that is asked for. */
    public String token() {
        return access.token();
    }

    /** Asks for another token from now on, as if the old one were revoked. */
    public void token(String token) {
        access.token(token);
    }

    /** Returns the token the sandbox asks for. */
    public String sandboxToken() {
        return TBankHost.SANDBOX_TOKEN;
    }

    /** Takes an access from the token, such as {@code card/limit/set}; its methods then answer 403. */
    public void withdrawScope(String scopeTail) {
        access.withdraw(scopeTail);
    }

    /** Sets whether each method answers 429 above its calls per second of {@link #clock()}; off unless set. */
    public void rateLimited(boolean limited) {
        rates.on(limited);
    }

    /** Sets whether every update of a limit refills it; unless set only one-off limits are. */
    public void updateRefills(boolean refills) {
        bank.updateRefills(refills);
    }

    /** Sets the status that answers an unknown ucid; 422 unless set. */
    public void unknownCardStatus(int status) {
        bank.unknownCardStatus(status);
    }

    /** Sets whether the v3 list says how many cards there are; it does unless set. */
    public void showTotals(boolean shown) {
        bank.showTotals = shown;
    }

    /** Sets how long later reissues take; two minutes unless set. */
    public void reissueTime(Duration duration) {
        reissues.duration(duration);
    }

    /** Lets the bank forget all reissues so far: their results are answered as unknown, and what is under way still ends. */
    public void forgetReissues() {
        reissues.forget();
    }

    /** Sets whether the result of a reissue names the old card as the new one; it does not unless set. */
    public void reissueNamesOldCard(boolean old) {
        reissues.sameUcid(old);
    }

    /**
     * Sets which host has the seven methods about which the bank's pages and clients in public disagree: limits, cash
     * limit, requisites, block, application for a card and its status, result of a reissue. The secured one unless set.
     */
    public void disputedMethodsOn(Hosts hosts) {
        access.disputedOn(hosts);
    }

    /** Which of the two hosts has a method. */
    public enum Hosts {
        /** The ordinary one alone. */
        ORDINARY,
        /** The secured one alone. */
        SECURED,
        /** Each of the two. */
        BOTH
    }

    /** Sets how long later applications for a card take; three minutes unless set. */
    public void issueTime(Duration duration) {
        applications.duration(duration);
    }

    /** Lets the next application that has no plan yet end so; a card is issued unless planned. */
    public void planIssue(IssueEnd end) {
        applications.plan(end);
    }

    /** Sets how long after a purchase it is posted; fifteen hours unless set. */
    public void postingTime(Duration duration) {
        ledger.postedAfter(duration);
    }

    /**
     * Sets whether what was paid between 22:00 and 03:00 in Moscow is posted under another id; it is not unless set.
     */
    public void nightIdsChange(boolean change) {
        ledger.nightIdsChange(change);
    }

    /** Sets how many operations a page of the statement has when nobody asks for a number; 1000 unless set. */
    public void statementPage(int operations) {
        ledger.pageSize = operations;
    }

    /** Sends the reports for subscribers to this address, as to a receiver without TLS on this machine. */
    public void hookReceiver(URI address) {
        subscriptions.receiver(address);
    }

    /** Tells subscribers of every operation once more, as the bank may. */
    public void tellAgain() {
        ledger.all().forEach(subscriptions::tell);
    }

    /** Returns everything that subscribers were told, each with its attempts. */
    @Override
    public List<HookDelivery> deliveries() {
        return subscriptions.deliveries();
    }

    /** Returns the types of the documents that were attached to drafts. */
    public List<String> attachedDocuments() {
        return identification.attached();
    }

    /** Sets the code on the back of a virtual card: three or four digits. */
    public void cvc(long ucid, String digits) {
        if (!digits.matches("\\d{3,4}")) {
            throw Dialect.BANK.invalid("cvc", "expected three or four digits");
        }
        bank.known(ucid, card -> card.cvc = digits);
    }

    /** Lets reissues of this card end with an error. */
    public void failReissue(long ucid) {
        bank.known(ucid, card -> card.reissueFails = true);
    }

    /** Lets the bank refuse any new value of this limit: alone with 422, in a batch as one failed item. */
    public void refuseLimit(long ucid, LimitKind kind, String message) {
        bank.known(ucid, card -> card.limit(kind).refuse(message));
    }

    /** Adds a plastic card with zero limits; returns its ucid. */
    public long addPlastic(String accountNumber, String embossedName) {
        return bank.add(accountNumber, embossedName, false);
    }

    /** Adds a virtual card with zero limits; returns its ucid. */
    public long addVirtual(String accountNumber, String embossedName) {
        return bank.add(accountNumber, embossedName, true);
    }

    /** Sets a limit as the bank's own staff may, with {@code CUSTOM} too. */
    public void limit(long ucid, LimitKind kind, BigDecimal value, LimitPeriod period) {
        bank.setLimit(ucid, kind, new NewLimit(value, period));
    }

    /** Changes a card's status as the bank's own staff may. */
    public void status(long ucid, CardStatus status) {
        bank.known(ucid, card -> card.status = requireNonNull(status, "status"));
    }

    /** Sets whether a card has been activated; it is unless set. */
    public void active(long ucid, boolean active) {
        bank.known(ucid, card -> card.active = active);
    }

    /** Pays with a card; declined above the remainder and unless the card is active and {@code NORM}. */
    public Decision spend(long ucid, BigDecimal sum) {
        return pay(ucid, sum, false);
    }

    /** Takes cash with a card; both limits have to cover it. */
    public Decision withdrawCash(long ucid, BigDecimal sum) {
        return pay(ucid, sum, true);
    }

    private Decision pay(long ucid, BigDecimal sum, boolean cash) {
        Decision decision = bank.pay(ucid, sum, cash);
        if (decision == Decision.ACCEPTED) {
            ledger.hold(card(ucid), sum, cash);
        }
        return decision;
    }

    /** Returns the current state of a card; an {@link IllegalArgumentException} if there is none. */
    public TBankCard card(long ucid) {
        return bank.known(ucid, card -> card.at(bank.today()));
    }

    /** Returns the current state of every card. */
    public List<TBankCard> cards() {
        return bank.list(Optional.empty());
    }

    /** Returns by how much updates to {@code IRREGULAR} filled the spend limit, in all. */
    public BigDecimal grantedTotal(long ucid) {
        return bank.known(ucid, card -> card.limit(LimitKind.SPEND).granted());
    }

    /** Returns how often a block of this card was executed, repeats included. */
    public int timesBlocked(long ucid) {
        return bank.known(ucid, card -> card.blocked);
    }

    /** Returns how often a reissue of this card was taken on, repeats included. */
    public int timesReissued(long ucid) {
        return bank.known(ucid, card -> card.reissued);
    }

    @Override
    public void close() {
        secured.close();
        ordinary.close();
    }

    private TBankHost ordinaryHost() {
        return host().live("/openapi", ordinaryMethods())
                .disputed("/openapi", disputedMethods())
                .sandbox("/openapi/sandbox", ordinaryMethods())
                .sandbox("/openapi/sandbox/secured", securedMethods());
    }

    private SimulatorServer startSecuredHost(int port, Optional<SSLContext> tls) {
        TBankHost host = host().live("", securedMethods(), access::securedHas);
        return tls.map(context -> ordinary.startTlsBeside(port, context, true, host))
                .orElseGet(() -> ordinary.startBeside(port, host));
    }

    private TBankHost host() {
        return new TBankHost(access, rates);
    }

    List<TBankMethod> ordinaryMethods() {
        return Stream.of(
                        new CardMethods(bank).ordinary(),
                        new OperationMethods(ledger).ordinary(),
                        new Accounts(bank, ledger).ordinary(),
                        subscriptions.ordinary())
                .flatMap(List::stream)
                .toList();
    }

    private List<TBankMethod> disputedMethods() {
        return securedMethods().stream().filter(Access::isDisputed).toList();
    }

    List<TBankMethod> securedMethods() {
        return Stream.of(
                        new CardMethods(bank).secured(),
                        new IssueMethods(applications).secured(),
                        identification.secured(),
                        new LimitMethods(bank).secured(),
                        new VirtualCardMethods(bank, reissues).secured())
                .flatMap(List::stream)
                .toList();
    }
}

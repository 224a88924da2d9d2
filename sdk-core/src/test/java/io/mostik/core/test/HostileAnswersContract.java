package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.testing.Answer;
import io.mostik.testing.MutatedAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every operation of a vendor when its answer is hostile but legal; a module's test extends it with its
 * cases. Each answer is mutated at each place in every way of {@link io.mostik.testing.AnswerMutation}. The only ends
 * allowed are a value that the answer proves, and an {@link SdkException} whose outcome is true. With
 * {@code -Dhostile.pairs=200} so many pairs of mutations are added for each operation, chosen by {@code -Dhostile.seed}.
 *
 * @param <C> the client
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HostileAnswersContract<C extends AutoCloseable> {

    private static final int PAIRS = Integer.getInteger("hostile.pairs", 0);
    private static final long SEED = Long.getLong("hostile.seed", 20260302L);

    private Optional<RawServer> vendor = Optional.empty();
    private final String name;
    private final Class<?> neighbour;
    private final HostileTable table = new HostileTable();
    private volatile Answer answer = Answer.empty(200);
    private volatile Optional<String> rows = Optional.empty();
    private volatile String first = "";

    /**
     * Creates the contract.
     *
     * @param name of the vendor, in the table
     * @param neighbour a class of the module
     */
    protected HostileAnswersContract(String name, Class<?> neighbour) {
        this.name = name;
        this.neighbour = neighbour;
    }

    /** Returns all calls; an operation may have several. */
    protected abstract Stream<HostileCase<C>> cases();

    /** Returns operations that are tested elsewhere, such as log-ins, each with the place. */
    protected abstract Map<String, String> elsewhere();

    /** Returns operations that are no constants, as their paths are settings; none unless a vendor's are. */
    protected Set<String> configured() {
        return Set.of();
    }

    /** Returns which operations of the module are this vendor's; all unless a module has several vendors. */
    protected boolean isOurs(Endpoint<?> endpoint) {
        return true;
    }

    /** Returns a new client whose vendor is at this address. */
    protected abstract C connect(String uri);

    /** Returns a view of a client with these options; of use where the vendor has lists. */
    protected C with(C client, CallOptions options) {
        throw new UnsupportedOperationException("no options");
    }

    /** Returns how the vendor reports an error; it comes with 200. */
    protected abstract Answer error();

    /** Returns other shapes in which the vendor reports errors; they come with 200 too. */
    protected List<Answer> furtherErrors() {
        return List.of();
    }

    /**
     * Returns the answer to a request that is not the call itself, such as a log-in.
     *
     * @param target path and query
     */
    protected Optional<Answer> beside(String target) {
        return Optional.empty();
    }

    Stream<HostileCase<C>> hostileCases() {
        return cases();
    }

    @BeforeAll
    void startVendor() {
        vendor = Optional.of(RawServer.start(this::talk));
    }

    @AfterAll
    void writeTable() {
        vendor.ifPresent(RawServer::close);
        table.write(name);
    }

    @Test
    void givenModule_whenItsEndpointsAreCounted_thenEachHasACase() {
        List<String> declared = DeclaredEndpoints.besides(neighbour).stream()
                .filter(this::isOurs)
                .<String>map(Endpoint::operation)
                .distinct()
                .toList();
        List<String> tested =
                new ArrayList<>(cases().map(HostileCase::operation).distinct().toList());
        tested.addAll(elsewhere().keySet());

        TreeSet<String> expected = new TreeSet<>(declared);
        expected.addAll(configured());
        assertThat(new TreeSet<>(tested)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("hostileCases")
    @SuppressWarnings("try") // clients throw nothing when they are closed
    void givenMutatedAnswers_whenCalling_thenEndsInATrueWay(HostileCase<C> call) throws Exception {
        Effect effect = effect(call.operation());
        List<String> faults = new ArrayList<>();

        try (C client = connect(vendor.orElseThrow().uri())) {
            HostileJudge judge = new HostileJudge(call, effect, errors(), right(client, call));
            for (HostileVariants.Variant variant : HostileVariants.of(call, errors(), PAIRS, SEED)) {
                MutatedAnswer mutated = variant.answer();
                HostileEnd end = end(client, call, mutated.answer());
                Optional<HostileJudge.Fault> fault = judge.fault(variant, end);
                HostileTable.Cell cell = HostileTable.cell(end, judge.isRight(end), fault.isPresent());
                table.add(call.operation(), mutated.mutation(), cell);
                fault.ifPresent(found -> faults.add(found + " by " + mutated + ": " + describe(end)));
                fault.ifPresent(
                        found -> table.fault(call.operation(), found + " by " + mutated + ": " + describe(end)));
            }
        }

        assertThat(faults).as("%s, seed %s", call, SEED).isEmpty();
    }

    @Test
    @SuppressWarnings("try") // clients throw nothing when they are closed
    void givenOddRow_whenSkipping_thenEachListTellsIt() throws Exception {
        List<String> unlike = new ArrayList<>();
        for (HostileCase<C> call : cases().filter(HostileVariants::hasTypedRows).toList()) {
            List<CallListener.SkippedRows> told = new ArrayList<>();
            CallOptions options =
                    CallOptions.builder().skippingUnreadable(told::add).build();
            try (C client = connect(vendor.orElseThrow().uri());
                    C skipping = with(client, options)) {
                HostileEnd end = end(skipping, call, HostileVariants.withOddRow(call));
                boolean isTold =
                        told.stream().mapToInt(CallListener.SkippedRows::count).sum() == 1;
                if (!isTold || !(end instanceof HostileEnd.Value)) {
                    unlike.add(call + " told " + told + ": " + describe(end));
                }
            }
        }

        assertThat(unlike).isEmpty();
    }

    private List<Answer> errors() {
        return Stream.concat(Stream.of(error()), furtherErrors().stream()).toList();
    }

    private Effect effect(String operation) {
        List<Effect> effects = DeclaredEndpoints.besides(neighbour).stream()
                .filter(endpoint -> endpoint.operation().equals(operation))
                .<Effect>map(Endpoint::effect)
                .toList();
        return effects.contains(Effect.ONCE) || effects.isEmpty() ? Effect.ONCE : effects.get(0);
    }

    private Optional<Object> right(C client, HostileCase<C> call) {
        HostileEnd end = end(client, call, call.answer());
        assertThat(end).as("%s as the vendor documents it", call).isInstanceOf(HostileEnd.Value.class);
        return ((HostileEnd.Value) end).value();
    }

    private HostileEnd end(C client, HostileCase<C> call, Answer mutated) {
        answer = mutated;
        rows = call.rows();
        first = "";
        try {
            return new HostileEnd.Value(Optional.ofNullable(call.call().apply(client)));
        } catch (SdkException e) {
            return new HostileEnd.Refused(e);
        } catch (Throwable e) {
            return isNothingToTake(e) ? new HostileEnd.Value(Optional.empty()) : new HostileEnd.Thrown(e);
        }
    }

    /**
     * Returns whether the test itself found an optional or a list empty that the SDK had handed out. Nothing else is
     * excused: what the SDK throws is its own failure, and where it hands out null the test's exception is too.
     */
    private boolean isNothingToTake(Throwable thrown) {
        return (thrown instanceof NoSuchElementException || thrown instanceof IndexOutOfBoundsException)
                && Stream.of(thrown.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(type -> type.startsWith("io.mostik."))
                        .findFirst()
                        .filter(type ->
                                location(type).equals(location(getClass().getName())))
                        .isPresent();
    }

    private static URL location(String type) {
        try {
            return Objects.requireNonNull(
                    Class.forName(type).getProtectionDomain().getCodeSource().getLocation());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not MockWebServer, which writes head and body apart: on a kept connection that costs 40 ms an answer. */
    private void talk(RawServer.Connection connection) throws IOException {
        String head = connection.readRequest();
        while (!head.isEmpty()) {
            String target = head.split(" ", 3)[1];
            connection.write(written(beside(target).orElseGet(() -> answerTo(target))));
            head = connection.readRequest();
        }
    }

    /** A repeat of the first request is answered as that was; the request for another page finds no more rows. */
    private Answer answerTo(String target) {
        if (first.isEmpty()) {
            first = target;
        }
        return first.equals(target) ? answer : HostileVariants.withoutRows(answer, rows);
    }

    private static byte[] written(Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Any\r\n");
        answer.headers()
                .forEach((header, values) -> values.forEach(
                        value -> head.append(header).append(": ").append(value).append("\r\n")));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(answer.body());
        return all.toByteArray();
    }

    private static String describe(HostileEnd end) {
        if (end instanceof HostileEnd.Thrown thrown) {
            StackTraceElement[] places = thrown.throwable().getStackTrace(); // empty where the JVM throws it often
            return thrown.throwable() + (places.length == 0 ? "" : " at " + places[0]);
        }
        return end instanceof HostileEnd.Refused refused
                ? refused.failure().getMessage()
                : "a value: " + ((HostileEnd.Value) end).value();
    }
}

package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.pbx.CallRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One story for each call: in every order of its pushes, with each of them twice, over one to three nodes.
 * {@code -Dmostik.calls.each} says how many calls of each vendor's shape (20 in full), {@code -Dmostik.calls.shuffles} in how many
 * orders each (0 for all, which is in full), {@code -Dmostik.calls.orders} how many random orders over nodes (10,000 in full),
 * {@code -Dmostik.calls.seed} which. Bodies on the wire: {@code WireOrderTest}.
 */
class CallOrderTest {

    private static final int EACH = Integer.getInteger("mostik.calls.each", 1);
    private static final int SHUFFLES = Integer.getInteger("mostik.calls.shuffles", 40);
    private static final int ORDERS = Integer.getInteger("mostik.calls.orders", 200);
    private static final long SEED = Long.getLong("mostik.calls.seed", 20_260_302L);

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource(VendorShape.class)
    void givenEveryOrder_whenTold_thenOneStory(VendorShape shape) {
        for (int i = 0; i < EACH; i++) {
            String call = shape + " " + i;
            List<CallRecord> pushes = shape.call(i);
            CallRecord story = told(pushes, 1);

            orders(pushes)
                    .forEach(order -> assertThat(told(order, 1))
                            .as("%s in %s", call, order)
                            .isEqualTo(story));
        }
    }

    @ParameterizedTest
    @EnumSource(VendorShape.class)
    void givenEachPushTwice_whenTold_thenOneStory(VendorShape shape) {
        List<CallRecord> pushes = shape.call(1);
        CallRecord story = told(pushes, 1);

        for (CallRecord twice : pushes) {
            for (int at = 0; at <= pushes.size(); at++) {
                List<CallRecord> order = new ArrayList<>(pushes);
                order.add(at, twice);
                assertThat(told(order, 2)).as("%s, again at %d", shape, at).isEqualTo(story);
            }
        }
    }

    @Test
    void givenRandomOrders_whenToldOverNodes_thenOneStory() {
        for (int i = 0; i < ORDERS; i++) {
            VendorShape shape = VendorShape.values()[random.nextInt(VendorShape.values().length)];
            List<CallRecord> pushes = shape.call(i);
            CallRecord story = told(pushes, 1);
            List<CallRecord> order = new ArrayList<>(pushes);
            pushes.stream().filter(push -> random.nextBoolean()).forEach(order::add);
            Collections.shuffle(order, random);

            assertThat(told(order, 1 + random.nextInt(3)))
                    .as("order %d of seed %d, %s", i, SEED, shape)
                    .isEqualTo(story);
        }
        System.out.println("orders of calls: " + ORDERS + ", seed " + SEED);
    }

    @Test
    void givenShapes_whenTold_thenStoriesAreComplete() {
        Map<VendorShape, CallRecord> stories = new HashMap<>();
        for (VendorShape shape : VendorShape.values()) {
            stories.put(shape, told(shape.call(0), 1));
        }

        assertThat(stories).allSatisfy((shape, story) -> shape.check(story));
    }

    /** Returns the story of the one call, after each node has heard its share. More raw data alone are no news. */
    private CallRecord told(List<CallRecord> pushes, int nodes) {
        StateStore store = StateStore.inMemory();
        List<CallTracker> trackers = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            trackers.add(PbxWorkflows.of(store).calls("pbx"));
        }
        Map<String, CallRecord> stories = new HashMap<>();
        for (CallRecord push : pushes) {
            boolean unused = trackers.get(random.nextInt(nodes))
                    .accept(push, news -> stories.put(news.call().key(), news.call()));
        }
        assertThat(stories).hasSize(1);
        CallRecord last = stories.values().iterator().next();
        return CallRecord.builder().from(last).raw(Json.of(null)).build();
    }

    /** All orders where they are few; else some of them, unless all are asked for. */
    private Set<List<CallRecord>> orders(List<CallRecord> pushes) {
        if (pushes.size() < 4 || SHUFFLES == 0) {
            return permutations(pushes);
        }
        Set<List<CallRecord>> some = new LinkedHashSet<>();
        for (int i = 0; i < SHUFFLES; i++) {
            List<CallRecord> order = new ArrayList<>(pushes);
            Collections.shuffle(order, random);
            some.add(order);
        }
        return some;
    }

    private static Set<List<CallRecord>> permutations(List<CallRecord> pushes) {
        Set<List<CallRecord>> all = new LinkedHashSet<>();
        permute(new ArrayList<>(), pushes, new TreeSet<>(), all);
        return all;
    }

    private static void permute(
            List<CallRecord> begun, List<CallRecord> pushes, TreeSet<Integer> used, Set<List<CallRecord>> all) {
        if (begun.size() == pushes.size()) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int i = 0; i < pushes.size(); i++) {
            if (used.add(i)) {
                begun.add(pushes.get(i));
                permute(begun, pushes, used, all);
                begun.remove(begun.size() - 1);
                used.remove(i);
            }
        }
    }
}

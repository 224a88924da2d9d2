package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random vendors, some of them mistaken: a walk that reads ahead brings what a plain one brings. */
class PrefetchCampaignTest {

    private static final long SEED = Long.getLong("mostik.seed", System.nanoTime());
    private static final int VENDORS = Integer.getInteger("mostik.vendors", 2_000);

    @Test
    void givenAnyVendor_whenReadAhead_thenItemsAndFailureStayTheSame() {
        for (int i = 0; i < VENDORS; i++) {
            long seed = SEED + i;
            Random random = new Random(seed);
            Vendor vendor = new Vendor(random);
            int ahead = 1 + random.nextInt(4);

            List<Object> plain = read(vendor.list().pages().iterator(), () -> {});
            List<Object> early = walk(vendor, ahead, random);

            assertThat(early).as("seed " + seed).isEqualTo(plain);
        }
    }

    /** Runs what was asked for at random moments and in random order. */
    private static List<Object> walk(Vendor vendor, int ahead, Random random) {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Async async = Async.on(task -> {
            if (random.nextBoolean()) {
                waiting.addFirst(task);
            } else {
                waiting.addLast(task);
            }
        });
        Iterator<Page<Integer>> pages =
                vendor.list().prefetch(ahead, async).pages().iterator();
        return read(pages, () -> {
            while (!waiting.isEmpty() && random.nextInt(4) > 0) {
                waiting.remove().run();
            }
        });
    }

    /** Returns the items, and the failure if the walk ended in one. */
    private static List<Object> read(Iterator<Page<Integer>> pages, Runnable between) {
        List<Object> items = new ArrayList<>();
        try {
            while (pages.hasNext()) {
                items.addAll(pages.next().items());
                between.run();
            }
        } catch (DecodingException e) {
            items.add(String.valueOf(e.getMessage()));
        }
        return items;
    }

    /** Numbers its pages, and may jump, repeat, shrink, end early or miscount. */
    private static final class Vendor {

        private final List<Page<Integer>> pages = new ArrayList<>();

        Vendor(Random random) {
            int size = 1 + random.nextInt(3);
            int count = 1 + random.nextInt(8);
            long total = (long) size * count + (random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0);
            boolean counts = random.nextBoolean();
            int mistakes = random.nextInt(3);
            for (int n = 0; n < count; n++) {
                boolean mistaken = random.nextInt(4) < mistakes;
                int next = mistaken ? random.nextInt(count + 1) : n + 1;
                boolean empty = mistaken && random.nextInt(4) == 0;
                int from = mistaken && random.nextInt(4) == 0 ? 0 : n * size;
                List<Integer> items = new ArrayList<>();
                for (int item = from; item < from + size && !empty; item++) {
                    items.add(item);
                }
                Page<Integer> page = next < count ? Page.of(items, Integer.toString(next)) : Page.last(items);
                pages.add(counts ? page.withTotal(Math.max(0, total)) : page);
            }
        }

        Paged<Integer> list() {
            return Paged.numbered(0, n -> n < pages.size() ? pages.get(n) : Page.last(List.of()));
        }
    }
}

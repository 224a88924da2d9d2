package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More events than the handlers can take: they wait in the store, not in memory. */
class InboxLoadTest {

    private static final int EVENTS = 2_500;
    private static final int MOST = 1_000;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Set<String> handled = new HashSet<>();

    @Test
    void givenMoreThanHandlersTake_whenAccepted_thenStoreKeepsThem() {
        Inbox<String> inbox = Inbox.builder(Once.over(StateStore.inMemory()), "test", text -> text)
                .open(handled::add)
                .start(waiting::add);

        for (int i = 0; i < EVENTS; i++) {
            boolean unusedIsNew = inbox.accept("e-" + i, "e-" + i, "e-" + i);
        }
        int atOnce = waiting.size();
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }

        assertThat(atOnce).isEqualTo(MOST);
        assertThat(handled).hasSize(EVENTS);
        assertThat(inbox.pending()).isEmpty();
        inbox.close();
    }
}

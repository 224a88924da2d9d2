package io.mostik.salesautopilot.workflow;

import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.usage.CostMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Erases a person from lists: deletes each record that has his address, in any spelling, and looks again. Obtained from
 * {@code MarketingWorkflows.erasure(lists)}. May be called again until it is {@linkplain ErasureReport#complete complete}; the
 * website keeps who has asked for it, for no address is stored here. Not stopped by a budget. Thread-safe.
 *
 * <pre>{@code
 * ErasureReport report = MarketingWorkflows.of(sales, store).erasure(List.of(newsletter, orders)).erase(email);
 * if (report.complete()) cms.erased(user);
 * }</pre>
 */
public final class Erasure {

    private final SalesAutopilot sales;
    private final MarketingWrites writes;
    private final List<ListId> lists;

    Erasure(SalesAutopilot sales, MarketingWrites writes, List<ListId> lists) {
        this.sales = sales;
        this.writes = writes;
        this.lists = List.copyOf(lists);
        if (this.lists.isEmpty()) {
            throw new IllegalArgumentException("lists must not be empty");
        }
    }

    /** Erases an address from all lists. One list that fails does not stop the others. Sends two requests a list and one a record. */
    public ErasureReport erase(String email) {
        return CostMeter.beyondStop(
                "erasure",
                () -> new ErasureReport(
                        lists.stream().map(list -> erase(list, email)).toList()));
    }

    private EntryResult<List<RecordId>> erase(ListId list, String email) {
        String name = Long.toString(list.value());
        try {
            SubscribersApi subscribers = sales.subscribers(list);
            List<RecordId> found = find(subscribers, email);
            for (RecordId record : found) {
                boolean unused = subscribers.delete(record);
            }
            if (!found.isEmpty() && !find(subscribers, email).isEmpty()) {
                throw new MarketingRefusedException(MarketingRefusedException.Reason.NOT_ERASED);
            }
            writes.book().erased(list, email);
            return EntryResult.of(name, new OnceResult.Done<>(Optional.of(found), How.SENT));
        } catch (RuntimeException e) { // one list must not stop the others
            return EntryResult.failed(name, e);
        }
    }

    private static List<RecordId> find(SubscribersApi subscribers, String email) {
        List<String> spellings = new ArrayList<>(List.of(Email.normal(email)));
        Email.inItsAlphabet(email).ifPresent(spellings::add);
        return spellings.stream()
                .flatMap(spelling -> subscribers.findBy(SystemField.EMAIL, spelling).stream())
                .filter(record ->
                        record.email().filter(found -> Email.same(found, email)).isPresent())
                .map(record -> record.id())
                .distinct()
                .toList();
    }
}

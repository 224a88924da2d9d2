package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.List;

/**
 * What an erasure did.
 *
 * @param lists the records that were deleted of each list, or why they could not be; by the list's number
 */
public record ErasureReport(List<EntryResult<List<RecordId>>> lists) {

    /** Keeps an unmodifiable copy. */
    public ErasureReport {
        lists = List.copyOf(lists);
    }

    /** Returns whether no list has a record of the address any more. */
    public boolean complete() {
        return lists.stream().allMatch(EntryResult::isDone);
    }
}

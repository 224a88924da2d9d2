package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty rows, four a page, of which some leave the list while it is walked: those behind them move up. */
class ShrinkingListTest {

    private static final int PAGE = 4;

    private final List<Integer> rows =
            new CopyOnWriteArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
    private boolean counts = true;

    private Page<Integer> page(int number) {
        asked.add(number);
        List<Integer> now = List.copyOf(rows);
        List<Integer> items =
                now.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        boolean more = number * PAGE < now.size();
        return new Page<>(
                items,
                more ? Optional.of(Integer.toString(number + 1)) : Optional.empty(),
                counts ? OptionalLong.of(now.size()) : OptionalLong.empty());
    }

    /** Walks, and lets rows leave once so many have come. */
    private List<Integer> walk(Paged<Integer> list, int after, Integer... leaving) {
        List<Integer> read = new ArrayList<>();
        for (Integer row : list) {
            read.add(row);
            if (read.size() == after) {
                rows.removeAll(List.of(leaving));
            }
        }
        return read;
    }

    private Paged<Integer> list() {
        return Paged.numbered(1, this::page).distinctBy(row -> row);
    }

    @Test
    void givenRowThatLeaves_whenWalking_thenPageBeforeIsReadAgain() {
        List<Integer> read = walk(list(), 8, 2);

        assertThat(read).doesNotHaveDuplicates().hasSize(20).contains(9);
        assertThat(asked).containsExactly(1, 2, 3, 2, 4, 5);
    }

    @Test
    void givenManyThatLeave_whenWalking_thenAsManyPagesAreReadAgain() {
        List<Integer> read = walk(list(), 12, 1, 2, 3, 4, 5, 6);

        assertThat(read).doesNotHaveDuplicates().containsAll(rows);
        assertThat(asked).containsExactly(1, 2, 3, 4, 3, 2);
    }

    @Test
    void givenNobodyLeaves_whenWalking_thenEachPageIsReadOnce() {
        assertThat(walk(list(), 8)).hasSize(20);

        assertThat(asked).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void givenNoCount_whenRowLeaves_thenNothingIsReadAgain() {
        counts = false;

        assertThat(walk(list(), 8, 2)).hasSize(19);

        assertThat(asked).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void givenPagesAhead_whenRowsLeave_thenNoneThatStaysIsMissing(int ahead) {
        List<Integer> read = walk(list().prefetch(ahead), 4, 1, 6, 15);

        assertThat(read).doesNotHaveDuplicates().containsAll(rows);
    }
}

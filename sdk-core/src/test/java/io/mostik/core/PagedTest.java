package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void givenThreePages_whenWalking_thenFetchesEachOnceAndInOrder() {
        Paged<Integer> list = numbers(3);

        assertThat(list).containsExactly(10, 11, 20, 21, 30, 31);

        assertThat(asked).containsExactly("1", "2", "3");
    }

    @Test
    void givenList_whenNotWalked_thenFetchesNothing() {
        numbers(3);

        assertThat(asked).isEmpty();
    }

    @Test
    void givenList_whenTakingTheFirstItems_thenFetchesNoMoreThanNeeded() {
        Iterator<Integer> items = numbers(3).iterator();

        items.next();
        items.next();

        assertThat(asked).containsExactly("1");
    }

    @Test
    void givenVendorThatRepeatsAToken_whenWalking_thenStops() {
        Paged<Integer> list = Paged.of("a", token -> page(token, List.of(asked.size()), "a"));

        assertThat(list).containsExactly(0);
    }

    @Test
    void givenVendorThatIgnoresThePage_whenWalking_thenStopsAfterTwoPagesThatBringNothingNew() {
        Paged<Integer> list = Paged.numbered(1, n -> page(n, List.of(7, 8), n + 1));

        assertThat(list).containsExactly(7, 8);
        assertThat(asked).containsExactly("1", "2", "3");
    }

    @Test
    void givenEmptyPageWithANext_whenWalking_thenStops() {
        Paged<Integer> list = Paged.numbered(1, n -> page(n, List.of(), n + 1));

        assertThat(list).isEmpty();
        assertThat(asked).containsExactly("1");
    }

    @Test
    void givenWholePageThatMovedBehindTheNext_whenDistinctByKey_thenGoesOn() {
        Paged<Integer> list = Paged.<Integer>numbered(1, n -> switch (n) {
                    case 1, 2 -> page(n, List.of(1, 2), n + 1);
                    case 3 -> page(n, List.of(3, 4), n + 1);
                    default -> Page.last(List.of(5));
                })
                .distinctBy(item -> item);

        assertThat(list).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void givenItemThatMovesBetweenPages_whenDistinctByKey_thenComesOnce() {
        Paged<String> list = Paged.<String>numbered(
                        1, n -> n == 1 ? Page.of(List.of("1:a", "2:b"), "2") : Page.last(List.of("2:B", "3:c")))
                .distinctBy(row -> row.charAt(0));

        assertThat(list).containsExactly("1:a", "2:b", "3:c");
    }

    @Test
    void givenPageThatFails_whenWalking_thenKeepsWhatCameBefore() {
        Paged<Integer> list = Paged.numbered(1, n -> {
            if (n == 2) {
                throw new IllegalStateException("page 2");
            }
            return Page.of(List.of(1, 2), "2");
        });
        List<Integer> seen = new ArrayList<>();

        assertThatThrownBy(() -> list.forEach(seen::add)).hasMessage("page 2");

        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void givenTotal_whenAskingAPage_thenTellsIt() {
        Paged<Integer> list = Paged.numbered(1, n -> Page.last(List.of(1)).withTotal(41));

        assertThat(list.pages().iterator().next().total()).hasValue(41);
    }

    @Test
    void givenList_whenWalkedTwice_thenAsksAnew() {
        Paged<Integer> list = numbers(1);

        assertThat(list.toList()).isEqualTo(list.toList()).containsExactly(10, 11);
        assertThat(asked).hasSize(2);
    }

    private Paged<Integer> numbers(int pages) {
        return Paged.numbered(1, n -> {
            asked.add(Integer.toString(n));
            List<Integer> items = IntStream.of(0, 1).mapToObj(i -> n * 10 + i).toList();
            return n == pages ? Page.last(items) : Page.of(items, Integer.toString(n + 1));
        });
    }

    private <T> Page<T> page(Object token, List<T> items, Object next) {
        asked.add(token.toString());
        return Page.of(items, next.toString());
    }
}

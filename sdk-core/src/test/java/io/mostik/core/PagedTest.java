package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
    void givenList_whenTakingFirstItems_thenFetchesNoMoreThanNeeded() {
        Iterator<Integer> items = numbers(3).iterator();

        items.next();
        items.next();

        assertThat(asked).containsExactly("1");
    }

    @Test
    void givenRepeatedToken_whenWalking_thenFailsAfterRowsOfPage() {
        Paged<Integer> list = Paged.of("a", token -> page(token, List.of(asked.size()), "a"));

        assertThat(endOf(list)).isEqualTo("0, then page 1 names as the next a page that came before");
    }

    @Test
    void givenVendorThatIgnoresThePage_whenWalking_thenNamesThePage() {
        Paged<Integer> list = Paged.numbered(1, n -> page(n, List.of(7, 8), n + 1));

        assertThat(endOf(list)).isEqualTo("7 8, then page 2 (2) brings only rows that came before");
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void givenRepeatedPage_whenDistinctByKey_thenNamesThirdPage() {
        Paged<Integer> list =
                Paged.<Integer>numbered(1, n -> page(n, List.of(7, 8), n + 1)).distinctBy(item -> item);

        assertThat(endOf(list)).isEqualTo("7 8, then page 3 (3) brings only rows that came before");
    }

    @Test
    void givenLastPageRepeated_whenAllRowsCame_thenEndsWell() {
        Paged<Integer> list = Paged.<Integer>numbered(
                        1, n -> page(n, List.of(Math.min(n, 3)), n + 1).withTotal(3))
                .distinctBy(item -> item);

        assertThat(endOf(list)).isEqualTo("1 2 3");
    }

    @Test
    void givenEqualPagesOfAVendorsTokens_whenWalking_thenBothAreData() {
        Paged<Integer> list = Paged.of("a", token -> switch (token) {
            case "a" -> Page.of(List.of(5, 5), "b");
            case "b" -> Page.of(List.of(5, 5), "c");
            default -> Page.last(List.of(7, 8));
        });

        assertThat(list).containsExactly(5, 5, 5, 5, 7, 8);
    }

    @Test
    void givenEqualPagesThatCountExpects_whenWalking_thenBothAreData() {
        Paged<Integer> list =
                Paged.numbered(1, n -> (n < 3 ? page(n, List.of(5, 5), n + 1) : Page.last(List.of(7))).withTotal(5));

        assertThat(list).containsExactly(5, 5, 5, 5, 7);
    }

    @Test
    void givenEmptyPageBetweenOthers_whenWalking_thenGoesOn() {
        Paged<Integer> list = Paged.of("a", token -> switch (token) {
            case "a" -> Page.of(List.of(1), "b");
            case "b" -> Page.of(List.of(), "c");
            default -> Page.last(List.of(2));
        });

        assertThat(list).containsExactly(1, 2);
    }

    @Test
    void givenEmptyPagesWithoutEnd_whenWalking_thenFailsAfterFifty() {
        Paged<Integer> list = Paged.numbered(1, n -> page(n, List.of(), n + 1));

        assertThat(endOf(list)).isEqualTo(", then page 51 (51) is the 51th empty one in a row");
        assertThat(asked).hasSize(51);
    }

    @ParameterizedTest
    @CsvSource({"4, 'page 2 (2) is the last, after 3 of 4 rows'", "3, ''", "2, ''"})
    void givenCount_whenTheLastPageComesBeforeIt_thenFails(int total, String fault) {
        Paged<Integer> list =
                Paged.numbered(1, n -> (n == 1 ? Page.of(List.of(1, 2), "2") : Page.last(List.of(3))).withTotal(total));

        assertThat(endOf(list)).isEqualTo("1 2 3" + (fault.isEmpty() ? "" : ", then " + fault));
    }

    @Test
    void givenLeniency_whenAPageComesAgain_thenThatIsTheEnd() {
        Paged<Integer> list =
                Paged.<Integer>numbered(1, n -> page(n, List.of(7, 8), n + 1)).endingAtRepeats();

        assertThat(endOf(list)).isEqualTo("7 8");
        assertThat(endOf(list.prefetch(2))).isEqualTo("7 8");
    }

    @Test
    void givenListener_whenWalking_thenIsToldOfItemsTimeAndTheEnd() {
        ManualTime time = new ManualTime();
        List<Progress> told = new ArrayList<>();
        Paged<Integer> list = Paged.<Integer>numbered(1, n -> {
                    time.advance(Duration.ofSeconds(1));
                    return (n < 3 ? Page.of(List.of(n, -n), String.valueOf(n + 1)) : Page.last(List.of(3)))
                            .withTotal(5);
                })
                .progress(told::add, time);

        list.forEach(item -> time.advance(Duration.ofSeconds(1)));

        assertThat(told).extracting(Progress::done).containsExactly(2L, 4L, 5L, 5L);
        assertThat(told.get(1).toString()).isEqualTo("4 of 5 items, 1.0 a second, 1 s left");
        assertThat(told).extracting(Progress::ended).containsExactly(false, false, false, true);
    }

    @Test
    void givenListenerThatThrows_whenWalking_thenTheWalkGoesOn() {
        Paged<Integer> list = numbers(2).progress(progress -> {
            throw new IllegalStateException("listener");
        });

        assertThat(list).hasSize(4);
    }

    @Test
    void givenWholePageThatMoved_whenDistinctByKey_thenGoesOn() {
        Paged<Integer> list = Paged.<Integer>numbered(1, n -> switch (n) {
                    case 1, 2 -> page(n, List.of(1, 2), n + 1);
                    case 3 -> page(n, List.of(3, 4), n + 1);
                    default -> Page.last(List.of(5));
                })
                .distinctBy(item -> item);

        assertThat(list).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void givenItemOnTwoPages_whenDistinctByKey_thenComesOnce() {
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

    /** Returns the rows, and how the walk failed if it did. */
    private static String endOf(Paged<Integer> list) {
        List<String> seen = new ArrayList<>();
        try {
            list.forEach(item -> seen.add(item.toString()));
        } catch (DecodingException e) {
            String text = String.valueOf(e.getMessage());
            return String.join(" ", seen) + ", then "
                    + text.substring(text.indexOf("page "), text.indexOf(": rows may be missing"));
        }
        return String.join(" ", seen);
    }
}

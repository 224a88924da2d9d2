package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where exactly a walk ends, and what happens to pages that were asked for ahead and are not wanted any more. */
@Timeout(30)
class PagedRulesTest {

    private static final Async NEW_THREADS = Async.on(task -> new Thread(task).start());

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({
        "0, page 1 (0) names",
        "9, page 1 (9) names",
        "123456789, page 1 (123456789) names",
        "1234567890, page 1 names",
        "a, page 1 names",
        "/, page 1 names",
        ":, page 1 names"
    })
    void givenRepeatedToken_whenFailing_thenOnlyNumbersAreNamed(String token, String text) {
        Paged<Integer> list = Paged.of(token, asked -> Page.of(List.of(1), token));

        assertThatThrownBy(list::toList).hasMessageContaining(text);
    }

    @Test
    void givenEqualPages_whenTheyMakeTheCount_thenBothAreData() {
        Paged<Integer> list =
                Paged.numbered(1, n -> (n < 2 ? Page.of(List.of(5, 5), "2") : Page.last(List.of(5, 5))).withTotal(4));

        assertThat(list.toList()).containsExactly(5, 5, 5, 5);
    }

    @Test
    void givenPagesThatLackRows_whenTheLastIsRepeated_thenEndsWell() {
        AtomicInteger asked = new AtomicInteger();
        Paged<Integer> list = Paged.numbered(1, n -> {
            asked.incrementAndGet();
            return Page.of(PartialList.of(List.of(Math.min(n, 2)), 1), Integer.toString(n + 1))
                    .withTotal(4);
        });

        assertThat(list.toList()).containsExactly(1, 2);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givenPageThatFails_whenListening_thenTheEndIsTold() {
        List<Progress> told = new ArrayList<>();
        Paged<Integer> list = Paged.numbered(1, PagedRulesTest::failingAtTwo).progress(told::add);

        assertThatThrownBy(list::toList).hasMessage("cut short");

        assertThat(told).last().satisfies(end -> assertThat(end.ended()).isTrue());
    }

    @Test
    void givenNoPagesAhead_whenWalking_thenItIsThePlainWalk() {
        List<Integer> asked = new CopyOnWriteArrayList<>();
        Paged<Integer> list = Paged.numbered(1, n -> {
            asked.add(n);
            return Page.of(List.of(n), Integer.toString(n + 1));
        });

        assertThat(list.prefetch(0).iterator().next()).isEqualTo(1);
        assertThat(asked).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3",
        "0, 9, 18",
        "9, 10, 11",
        "1, 123456789, 246913577",
        "123456789, 123456790, 123456791",
        "1, 1, -1",
        "2, 1, -1",
        "1, 1234567890, -1",
        "x, 2, -1",
        "1, /, -1",
        "1, :, -1",
        "1, '', -1"
    })
    void givenFirstPage_whenNumbered_thenTheLastIsKnown(String first, String next, long last) {
        Page<Integer> page = Page.of(List.of(1, 2), next).withTotal(5);

        assertThat(PageSeries.of(first, page).map(PageSeries::last).orElse(-1L)).isEqualTo(last);
    }

    @Test
    void givenSeries_whenFollowed_thenEndsAtTheLast() {
        PageSeries series =
                PageSeries.of("1", Page.of(List.of(1, 2), "2").withTotal(5)).orElseThrow();

        assertThat(series.after("1")).contains("2");
        assertThat(series.after("2")).contains("3");
        assertThat(series.after("3")).isEmpty();
        assertThat(series.after("x")).isEmpty();
    }

    @Test
    void givenInterruptedWalker_whenVendorAnswersAnew_thenGoesOnAlone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Paged<Integer> list = Paged.numbered(1, n -> {
            if (n == 2 && first.compareAndSet(true, false)) {
                hang(begun, interrupted);
            }
            return n < 3 ? Page.of(List.of(n), Integer.toString(n + 1)) : Page.last(List.of(n));
        });
        Iterator<Integer> items = list.prefetch(1, NEW_THREADS).iterator();
        List<Integer> read = new ArrayList<>(List.of(items.next()));
        begun.await();

        Thread.currentThread().interrupt();
        items.forEachRemaining(read::add);

        assertThat(read).containsExactly(1, 2, 3);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenWrongGuess_whenTheVendorNamesAnother_thenItIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Paged<Integer> list = Paged.numbered(1, n -> {
            if (n == 3) {
                hang(begun, interrupted);
            }
            if (n == 2) {
                awaitQuietly(begun);
            }
            Page<Integer> page = n == 4 ? Page.last(List.of(n)) : Page.of(List.of(n), n == 2 ? "4" : "2");
            return page.withTotal(n == 1 ? 4 : 3);
        });

        Iterator<Page<Integer>> pages =
                list.endingAtRepeats().prefetch(2, NEW_THREADS).pages().iterator();
        pages.next();
        pages.next();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pages.next().items()).containsExactly(4);
    }

    @Test
    void givenFailedPage_whenAnotherIsUnderWay_thenThatIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Paged<Integer> list = Paged.numbered(1, n -> {
            if (n == 3) {
                hang(begun, interrupted);
            }
            if (n == 2) {
                awaitQuietly(begun);
                throw new IllegalStateException("cut short");
            }
            return Page.of(List.of(n), "2").withTotal(3);
        });

        assertThatThrownBy(() -> list.prefetch(2, NEW_THREADS).toList()).hasMessage("cut short");

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Page<Integer> failingAtTwo(int number) {
        if (number == 2) {
            throw new IllegalStateException("cut short");
        }
        return Page.of(List.of(number), Integer.toString(number + 1));
    }

    /** As a call of the SDK that nobody answers: ends by an interrupt. */
    private static void hang(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException("cut short", e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

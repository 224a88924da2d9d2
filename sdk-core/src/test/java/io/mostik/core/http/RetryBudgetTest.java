package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    @Test
    void givenOnlyFailures_whenRepeating_thenAllowsAHundredRepeats() {
        int allowed = takeAll();

        assertThat(allowed).isEqualTo(100);
    }

    @Test
    void givenEmptyBudget_whenFiveCallsGoWell_thenOneRepeatIsEarned() {
        takeAll();

        earn(4);
        boolean tooEarly = budget.take();
        earn(1);

        assertThat(tooEarly).isFalse();
        assertThat(takeAll()).isEqualTo(1);
    }

    @Test
    void givenFullBudget_whenCallsGoWell_thenNoMoreIsSavedUp() {
        earn(10_000);

        assertThat(takeAll()).isEqualTo(100);
    }

    private void earn(int successes) {
        for (int i = 0; i < successes; i++) {
            budget.earn();
        }
    }

    private int takeAll() {
        int taken = 0;
        while (taken < 1_000 && budget.take()) {
            taken++;
        }
        return taken;
    }
}

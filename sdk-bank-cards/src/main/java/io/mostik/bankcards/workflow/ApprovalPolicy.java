package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may approve which change of a card, and how many have to. Given to {@link Approvals#with(ApprovalPolicy)}; nobody
 * approves his own change under any policy. Immutable.
 *
 * <pre>{@code
 * ApprovalPolicy policy = ApprovalPolicy.builder()
 *         .approver("head of sales", new BigDecimal("50000"))
 *         .approver("finance director")
 *         .approver("general manager")
 *         .twoAbove(new BigDecimal("300000"))
 *         .build();
 * }</pre>
 *
 * <p>Sums are in units of the currency of the card's account, and are what the card could spend in a month after the
 * change: a daily limit counts 31 times, a monthly or one-time limit once, and a limit to be increased as what it comes to.
 * A reissue brings no further money: each approver may approve it. Names are compared without case, blanks, unseen
 * characters and Unicode forms; look-alike letters are other letters here.
 */
public final class ApprovalPolicy {

    private static final BigDecimal DAYS = BigDecimal.valueOf(31);
    private static final ApprovalPolicy ANYBODY = new ApprovalPolicy(builder());

    private final Map<String, Optional<BigDecimal>> approvers;
    private final Optional<BigDecimal> twoAbove;
    private final boolean twoForReissue;

    private ApprovalPolicy(Builder builder) {
        this.approvers = Map.copyOf(builder.approvers);
        this.twoAbove = builder.twoAbove;
        this.twoForReissue = builder.twoForReissue;
    }

    /** Returns the default: anybody but the requester approves, and one is enough. */
    public static ApprovalPolicy anybody() {
        return ANYBODY;
    }

    /** Returns a builder of a policy by which only the named approvers decide. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns whether somebody may reject, cancel and resolve changes. */
    public boolean mayDecide(String person) {
        return approvers.isEmpty() || approvers.containsKey(PersonName.strict(person));
    }

    /** Returns whether somebody may approve a change, as far as its sum goes. */
    public boolean mayApprove(String person, ChangeRequest change) {
        if (!mayDecide(person)) {
            return false;
        }
        Optional<BigDecimal> upTo = approvers.getOrDefault(PersonName.strict(person), Optional.empty());
        return upTo.isEmpty()
                || inAMonth(change)
                        .filter(sum -> sum.compareTo(upTo.get()) <= 0)
                        .isPresent();
    }

    /** Returns how many different people have to approve a change: one or two. */
    public int approvalsFor(ChangeRequest change) {
        if (change.kind() == ChangeRequest.Kind.REISSUE) {
            return twoForReissue ? 2 : 1;
        }
        boolean isMuch = twoAbove.filter(bound -> inAMonth(change)
                        .filter(sum -> sum.compareTo(bound) <= 0)
                        .isEmpty())
                .isPresent();
        return isMuch ? 2 : 1;
    }

    /** Returns what a card could spend in a month; empty for a period that this SDK does not know. */
    private static Optional<BigDecimal> inAMonth(ChangeRequest change) {
        Optional<NewLimit> limit = change.limit().or(change::cashLimit);
        return limit.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : limit.flatMap(asked -> factor(asked.period()).map(asked.value()::multiply));
    }

    private static Optional<BigDecimal> factor(LimitPeriod period) {
        if (period.equals(LimitPeriod.DAY)) {
            return Optional.of(DAYS);
        }
        boolean isOnce = period.equals(LimitPeriod.MONTH) || period.equals(LimitPeriod.IRREGULAR);
        return isOnce ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ApprovalPolicy[" + (approvers.isEmpty() ? "anybody" : approvers.size() + " approvers") + "]";
    }

    /** Collects who may approve what. Belongs to one thread. */
    public static final class Builder {

        private final Map<String, Optional<BigDecimal>> approvers = new LinkedHashMap<>();
        private Optional<BigDecimal> twoAbove = Optional.empty();
        private boolean twoForReissue;

        private Builder() {}

        /**
         * Adds an approver of any sum.
         *
         * @throws IllegalArgumentException if the name is blank or was added before
         */
        public Builder approver(String person) {
            return add(person, Optional.empty());
        }

        /**
         * Adds an approver up to a sum, inclusive.
         *
         * @throws IllegalArgumentException if the name is blank or was added before, or the sum is negative
         */
        public Builder approver(String person, BigDecimal upTo) {
            return add(person, Optional.of(notNegative("upTo", upTo)));
        }

        /** Asks for two different approvers above a sum; each of them must be allowed to approve it. One is enough by default. */
        public Builder twoAbove(BigDecimal sum) {
            twoAbove = Optional.of(notNegative("sum", sum));
            return this;
        }

        /** Asks for two different approvers of each reissue; one is enough by default. */
        public Builder twoForReissue() {
            twoForReissue = true;
            return this;
        }

        /**
         * Returns the policy.
         *
         * @throws IllegalArgumentException if there is no approver, or one alone where two are asked for
         */
        public ApprovalPolicy build() {
            int needed = twoAbove.isPresent() || twoForReissue ? 2 : 1;
            if (approvers.size() < needed) {
                throw new IllegalArgumentException("approvers are missing: at least " + needed + " are needed");
            }
            return new ApprovalPolicy(this);
        }

        private Builder add(String person, Optional<BigDecimal> upTo) {
            String name = PersonName.strict(PersonName.check("person", person));
            if (approvers.putIfAbsent(name, upTo) != null) {
                throw new IllegalArgumentException("person is an approver already");
            }
            return this;
        }

        private static BigDecimal notNegative(String parameter, BigDecimal sum) {
            if (Objects.requireNonNull(sum, parameter).signum() < 0) {
                throw new IllegalArgumentException(parameter + " must not be negative");
            }
            return sum;
        }
    }
}

package io.mostik.testing.tbank;

import java.math.BigDecimal;

/** The current state of a limit. */
public record TBankLimit(BigDecimal value, BigDecimal remain, LimitPeriod period) {}

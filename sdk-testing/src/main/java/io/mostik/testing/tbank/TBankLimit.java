package io.mostik.testing.tbank;

import java.math.BigDecimal;

/** A limit as it stands now. */
public record TBankLimit(BigDecimal value, BigDecimal remain, LimitPeriod period) {}

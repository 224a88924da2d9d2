package io.mostik.testing.tbank;

import java.math.BigDecimal;

/** A limit as a client wants it. */
record NewLimit(BigDecimal value, LimitPeriod period) {}

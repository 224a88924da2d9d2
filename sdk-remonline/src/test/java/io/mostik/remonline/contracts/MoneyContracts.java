package io.mostik.remonline.contracts;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.finance.CashDirection;
import io.mostik.remonline.finance.CashReportQuery;
import io.mostik.remonline.finance.Direction;
import io.mostik.remonline.finance.NewPayment;
import io.mostik.remonline.finance.NewTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class MoneyContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "sales.list",
                    "GET /v2/sales?page=1",
                    api -> api.sales().list().toList().get(0).client().isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "sales.get",
                    "GET /v2/sales/81",
                    api -> api.sales().get(81).items().get(0).quantity().orElseThrow(),
                    new BigDecimal("1.000")),
            Contract.<RemOnline>of(
                    "finance.accounts",
                    "GET /v2/finance/accounts?page=1",
                    api -> api.finance().accounts().toList().get(0).title().orElse(""),
                    "Till"),
            Contract.<RemOnline>of(
                    "finance.account",
                    "GET /v2/finance/accounts/91",
                    api -> api.finance().account(91).title().orElse(""),
                    "Till"),
            Contract.<RemOnline>of(
                            "finance.createTransaction",
                            "POST /v2/finance/accounts/91/transactions",
                            api -> api.finance()
                                    .createTransaction(
                                            91,
                                            NewTransaction.builder()
                                                    .amount(new BigDecimal("1500.00"))
                                                    .direction(Direction.INCOME)
                                                    .description("Deposit")
                                                    .customCreatedAt(Instant.parse("2026-02-05T09:00:00.123Z"))
                                                    .build())
                                    .id(),
                            4401L)
                    .sending(
                            "{\"amount\": \"1500.00\", \"direction\": \"income\", \"description\": \"Deposit\", \"custom_created_at\": \"2026-02-05T09:00:00Z\"}"),
            Contract.<RemOnline>of(
                    "finance.deleteTransaction",
                    "DELETE /v2/finance/accounts/91/transactions/4401",
                    Contract.done(api -> api.finance().deleteTransaction(91, 4401)),
                    ""),
            Contract.<RemOnline>of(
                    "cashboxes.list",
                    "GET /cashbox/",
                    api -> api.cashboxes().list().get(0).title().orElse(""),
                    "Till"),
            Contract.<RemOnline>of(
                    "cashboxes.report",
                    "GET /cashbox/report/91?page=1&created_at%5B%5D=1770282000123",
                    api -> api.cashboxes()
                            .report(
                                    91,
                                    CashReportQuery.builder()
                                            .createdSince(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .build())
                            .toList()
                            .get(0)
                            .value(),
                    new BigDecimal("1500.5")),
            Contract.<RemOnline>of(
                            "cashboxes.pay",
                            "POST /cashbox/91/payment",
                            Contract.done(api -> api.cashboxes()
                                    .pay(
                                            91,
                                            NewPayment.builder()
                                                    .payment(new BigDecimal("10.50"))
                                                    .direction(CashDirection.EXPENSE)
                                                    .cashflowitemId(3)
                                                    .createdAt(Instant.parse("2026-02-05T09:00:00.123Z"))
                                                    .build())),
                            "")
                    .sending(
                            "{\"payment\": 10.5, \"direction\": 1, \"cashflowitem_id\": 3, \"created_at\": \"2026-02-05T09:00:00Z\"}"),
            Contract.<RemOnline>of(
                    "cashboxes.cashFlowItems",
                    "GET /cashflowitems",
                    api -> api.cashboxes().cashFlowItems().get(0).id(),
                    3L));

    private MoneyContracts() {}
}

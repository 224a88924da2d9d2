package io.mostik.testing.remonline;

import java.util.Optional;

/** The filters that orders and estimates have in common. */
final class OrderFilter {

    private OrderFilter() {}

    static Filter<OrderRow> of(Account account, Filter<OrderRow> own) {
        return own.ids("ids", order -> Optional.of(order.id()))
                .ids("types", order -> order.ref("order_type_id"))
                .ids("branches", order -> order.ref("branch_id"))
                .ids("statuses", order -> Optional.of(order.statusId))
                .ids("managers", order -> order.ref("manager_id"))
                .ids("clients_ids", order -> order.ref("client_id"))
                .parts("client_names", order -> account.client(order).name())
                .phones("client_phones", order -> account.client(order).phones())
                .range("created_at", order -> Optional.of(order.createdAt))
                .range("modified_at", order -> Optional.of(order.modifiedAt))
                .and(order -> account.dictionaries.allowed(order.branchId()));
    }
}

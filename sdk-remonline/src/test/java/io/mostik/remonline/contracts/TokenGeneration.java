package io.mostik.remonline.contracts;

import io.mostik.core.http.Endpoint;
import java.util.List;

/**
 * The operations of the official file of version 1.0, by verb and path, read out of the vendor's document and not out of
 * the client. The file has one more, {@code GET /statuses/}: the older form of the statuses of orders.
 */
final class TokenGeneration {

    static final List<String> OPERATIONS = List.of(
            "POST /token/new",
            "GET /order/",
            "GET /order/{}",
            "POST /order/",
            "POST /order/status/",
            "POST /order/{}/comments",
            "GET /order/{}/public-url",
            "GET /order/types/",
            "GET /order/custom-fields/",
            "GET /statuses/orders/",
            "GET /clients/",
            "GET /clients/{}",
            "POST /clients/",
            "PUT /clients/",
            "POST /clients/merge",
            "POST /clients/{}/comments",
            "GET /clients/custom-fields/",
            "GET /lead/",
            "POST /lead/",
            "PUT /lead/",
            "POST /lead/status/",
            "POST /lead/{}/comments",
            "GET /lead/types/",
            "GET /statuses/leads/",
            "GET /lead/custom-fields/",
            "GET /settings/company",
            "GET /branches/",
            "GET /employees/",
            "GET /marketing/campaigns/",
            "GET /book/list/",
            "GET /book-item/list/{}",
            "GET /margins/",
            "GET /catalogs/uoms",
            "GET /cashbox/",
            "GET /cashbox/report/{}",
            "POST /cashbox/{}/payment",
            "GET /cashflowitems",
            "GET /invoice/",
            "GET /retail/sales/",
            "GET /products/",
            "GET /products/{}",
            "PUT /products/{}",
            "POST /products/",
            "GET /services/",
            "GET /services/{}",
            "PUT /services/{}",
            "POST /services/",
            "GET /services/categories/",
            "GET /warehouse/categories/",
            "GET /books/service-operations/",
            "GET /bundles/",
            "GET /bundles/{}/entities/",
            "GET /warehouse/",
            "GET /warehouse/goods/{}",
            "GET /warehouse/goods/{}/{}",
            "GET /warehouse/{}/cells",
            "GET /warehouse/postings/",
            "POST /warehouse/postings/",
            "GET /warehouse/moves/",
            "POST /warehouse/moves/",
            "GET /warehouse/outcome-transactions/",
            "POST /warehouse/outcome-transactions/",
            "GET /warehouse/assets",
            "GET /warehouse/assets/{}",
            "PUT /warehouse/assets/{}",
            "POST /warehouse/assets",
            "POST /warehouse/assets/{}/move",
            "GET /warehouse/assets/custom-fields/",
            "GET /warehouse/assets/directories",
            "GET /tasks",
            "POST /tasks",
            "PUT /tasks/{}",
            "GET /tasks/{}",
            "POST /tasks/{}/close",
            "POST /tasks/{}/reopen",
            "POST /tasks/{}/comments",
            "GET /estimate/",
            "GET /estimate/statuses/",
            "GET /estimate/{}/items",
            "POST /estimate/{}/items");

    private TokenGeneration() {}

    /** Returns verb and path, the variables without names. */
    static String name(Endpoint<?> endpoint) {
        return endpoint.method() + " " + endpoint.path().replaceAll("\\{\\w+}", "{}");
    }
}

package io.mostik.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as somebody would write it by hand for Jackson: the same properties as the SDK's, and nothing around them. */
record FloorOrder(
        long id,
        @Nullable String number,
        @Nullable Status status,
        @Nullable Type orderType,
        @Nullable Long branchId,
        @Nullable Long managerId,
        @Nullable Long assigneeId,
        @Nullable Client client,
        @Nullable Client payer,
        @Nullable Asset asset,
        @Nullable Type resource,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        @Nullable Instant doneAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueDate,
        @Nullable Instant scheduledFor,
        @Nullable Instant scheduledTo,
        @Nullable Boolean urgent,
        @Nullable Boolean overdue,
        @Nullable String malfunction,
        @Nullable String managerNotes,
        @Nullable String engineerNotes,
        @Nullable String resume,
        @Nullable String estimatedPrice,
        @Nullable BigDecimal total,
        @Nullable BigDecimal payed,
        @Nullable BigDecimal discountSum,
        @Nullable Long adCampaignId,
        @Nullable Map<String, Object> customFields) {

    /** Where it stands. */
    record Status(long id, @Nullable String name, @Nullable String color) {}

    /** A dictionary entry. */
    record Type(long id, @Nullable String name) {}

    /** For whom it is. */
    record Client(
            long id,
            @Nullable Boolean isOrganization,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> phone) {}

    /** What is repaired. */
    record Asset(
            long id,
            @Nullable String uid,
            @Nullable String title,
            @Nullable String group,
            @Nullable String brand,
            @Nullable String model,
            @Nullable String modification,
            @Nullable String state,
            @Nullable Long warehouseId,
            @Nullable BigDecimal cost,
            @Nullable Long ownerId,
            @Nullable Map<String, Object> customFields) {}

    /** A page of orders. */
    record Orders(List<FloorOrder> data, Paging paging) {}

    /** Where a page stands. */
    record Paging(int page, int totalPages, long count) {}

    /** What was made. */
    record Created(long id) {}
}

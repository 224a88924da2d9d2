package io.mostik.remonline.contracts;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.company.LocationQuery;
import java.math.BigDecimal;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class CompanyContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "company.get",
                    "GET /v2/company",
                    api -> api.company().get().currency().orElse(""),
                    "UAH"),
            Contract.<RemOnline>of(
                    "company.locations",
                    "GET /v2/company/locations?is_archived=false",
                    api -> api.company()
                            .locations(LocationQuery.builder().isArchived(false).build())
                            .toList()
                            .get(0)
                            .timezone()
                            .orElse(""),
                    "Europe/Kyiv"),
            Contract.<RemOnline>of(
                    "company.employees",
                    "GET /v2/company/employees",
                    api -> api.company().employees().toList().get(0).isActive().orElseThrow(),
                    true),
            Contract.<RemOnline>of(
                    "company.taxes",
                    "GET /v2/company/taxes",
                    api -> api.company().taxes().get(0).rate().orElseThrow(),
                    new BigDecimal("20.00")),
            Contract.<RemOnline>of(
                    "company.legalEntities",
                    "GET /v2/company/legal-entities",
                    api -> api.company().legalEntities().get(0).name().orElse(""),
                    "Demo LLC"),
            Contract.<RemOnline>of(
                    "company.legalEntity",
                    "GET /v2/company/legal-entities/1",
                    api -> api.company().legalEntity(1).name().orElse(""),
                    "Demo Ltd"),
            Contract.<RemOnline>of(
                    "company.directories",
                    "GET /v2/company/directories",
                    api -> api.company().directories().get(0).id(),
                    8L),
            Contract.<RemOnline>of(
                    "company.resources",
                    "GET /branches/resources/?branch_id=3301",
                    api -> api.company().resources(3301).get(0).name().orElse(""),
                    "Room"),
            Contract.<RemOnline>of(
                    "catalog.products",
                    "GET /v2/catalog/products?page=1",
                    api -> api.catalog().products().toList().get(0).prices().get("11"),
                    new BigDecimal("600.00")),
            Contract.<RemOnline>of(
                    "catalog.product",
                    "GET /v2/catalog/products/501",
                    api -> api.catalog().product(501).barcodes().get(0).code(),
                    "4006381333931"),
            Contract.<RemOnline>of(
                    "catalog.productCategories",
                    "GET /v2/catalog/products/categories?page=1",
                    api -> api.catalog()
                            .productCategories()
                            .toList()
                            .get(0)
                            .title()
                            .orElse(""),
                    "Parts"),
            Contract.<RemOnline>of(
                    "catalog.productCategory",
                    "GET /v2/catalog/products/categories/21",
                    api -> api.catalog().productCategory(21).parentId().isPresent(),
                    false),
            Contract.<RemOnline>of(
                    "catalog.services",
                    "GET /v2/catalog/services?page=1",
                    api -> api.catalog().services().toList().get(0).prices().get("11"),
                    new BigDecimal("350.00")),
            Contract.<RemOnline>of(
                    "catalog.service",
                    "GET /v2/catalog/services/601",
                    api -> api.catalog().service(601).barcodes().get(0).code(),
                    "4006381333931"),
            Contract.<RemOnline>of(
                    "catalog.serviceCategories",
                    "GET /v2/catalog/services/categories?page=1",
                    api -> api.catalog().serviceCategories().toList().get(0).id(),
                    22L),
            Contract.<RemOnline>of(
                    "catalog.serviceCategory",
                    "GET /v2/catalog/services/categories/22",
                    api -> api.catalog().serviceCategory(22).title().orElse(""),
                    "Repair"),
            Contract.<RemOnline>of(
                    "catalog.bundles",
                    "GET /v2/catalog/bundles?page=1",
                    api -> api.catalog().bundles().toList().get(0).price().orElseThrow(),
                    new BigDecimal("950.00")),
            Contract.<RemOnline>of(
                    "catalog.bundle",
                    "GET /v2/catalog/bundles/66",
                    api -> api.catalog().bundle(66).title().orElse(""),
                    "Set"));

    private CompanyContracts() {}
}

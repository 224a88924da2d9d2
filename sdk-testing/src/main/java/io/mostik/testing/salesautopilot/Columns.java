package io.mostik.testing.salesautopilot;

import java.util.LinkedHashMap;
import java.util.Map;

/** The columns every list has by itself. */
final class Columns {

    private static final Map<ColumnType, String> SUBSCRIBER = Map.of(
            ColumnType.INTEGER,
            "id mssys_nsid mssys_crm_userid mssys_opportunity_value",
            ColumnType.FLAG,
            "active mssys_sub_status mssys_sendsms_denied",
            ColumnType.DECIMAL,
            "mssys_latitude mssys_longitude",
            ColumnType.DATE,
            "mssys_birthday mssys_nameday",
            ColumnType.DATETIME,
            """
            subdate firstupdate lastupdate mssys_last_activity_date mssys_lastmassage_sent
            mssys_last_statuschange_date""",
            ColumnType.TEXT,
            """
            email mssys_secure_id mssys_cookie mssys_referer_page mssys_useragent mssys_client_ip mssys_ipaddress
            mssys_firstname mssys_lastname mssys_fullname mssys_title mssys_gender mssys_phone mssys_mobile
            mssys_int_mobile mssys_intm_status mssys_fax mssys_skype mssys_website mssys_photo mssys_bcard_photo
            mssys_password mssys_company mssys_vat_number mssys_eu_tax mssys_bill_company mssys_bill_country
            mssys_bill_state mssys_bill_zip mssys_bill_city mssys_bill_address mssys_billing_address_type
            mssys_postal_company mssys_postal_country mssys_postal_state mssys_postal_zip mssys_postal_city
            mssys_postal_address mssys_postal_deliverypoint_type mssys_postal_deliverypoint_name mssys_utm_source
            mssys_utm_campaign mssys_utm_medium mssys_utm_content mssys_utm_term mssys_country_code mssys_country
            mssys_state_code mssys_state mssys_city mssys_crm_status mssys_net_referral mssys_net_referred
            mssys_net_lookingfor mssys_net_contact_industry mssys_net_contact_company""");

    private static final Map<ColumnType, String> ORDER = Map.of(
            ColumnType.INTEGER,
            """
            mssys_contact_id mssys_order_status mssys_payment_method mssys_shipping_modetype mssys_coupon_id
            mssys_coupon_type""",
            ColumnType.DECIMAL,
            """
            mssys_order_netto_sum mssys_order_brutto_sum mssys_netto_shipping_cost mssys_shipping_cost
            mssys_coupon_discount_amount_netto mssys_coupon_discount_amount_brutto""",
            ColumnType.DATE,
            "mssys_execute_date mssys_pay_due_date mssys_pay_date",
            ColumnType.DATETIME,
            "mssys_billing_system_syncdate",
            ColumnType.TEXT,
            """
            mssys_online_payment_method mssys_bill_currency mssys_shipping_mode mssys_proform_number
            mssys_proform_pdf_link mssys_billing_number mssys_bill_pdf_link mssys_bill_comment mssys_trnum mssys_anum
            mssys_rt mssys_coupon mssys_shoprenter_id mssys_webshop_status mssys_ordered_items mssys_comment
            mssys_integration_type""");

    private Columns() {}

    static Map<String, ColumnType> of(ListType type) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("id", ColumnType.INTEGER);
        columns.put("email", ColumnType.TEXT);
        add(columns, SUBSCRIBER);
        if (type == ListType.ORDER) {
            add(columns, ORDER);
        }
        return columns;
    }

    private static void add(Map<String, ColumnType> columns, Map<ColumnType, String> words) {
        for (ColumnType type : ColumnType.values()) {
            String names = words.getOrDefault(type, "");
            for (String name : names.split("\\s+", -1)) {
                if (!name.isEmpty()) {
                    columns.put(name, type);
                }
            }
        }
    }
}

package io.mostik.salesautopilot.records;

import io.mostik.salesautopilot.ids.FieldName;

/** The columns that the vendor itself defines. A list may lack some of them. */
public final class SystemField {

    /** Column {@code id}. */
    public static final FieldName ID = new FieldName("id");

    /** Column {@code subdate}. */
    public static final FieldName SUBDATE = new FieldName("subdate");

    /** Column {@code active}. */
    public static final FieldName ACTIVE = new FieldName("active");

    /** Column {@code firstupdate}. */
    public static final FieldName FIRSTUPDATE = new FieldName("firstupdate");

    /** Column {@code lastupdate}. */
    public static final FieldName LASTUPDATE = new FieldName("lastupdate");

    /** Column {@code email}. */
    public static final FieldName EMAIL = new FieldName("email");

    /** Column {@code mssys_secure_id}. */
    public static final FieldName SECURE_ID = new FieldName("mssys_secure_id");

    /** Column {@code mssys_cookie}. */
    public static final FieldName COOKIE = new FieldName("mssys_cookie");

    /** Column {@code mssys_nsid}. */
    public static final FieldName NSID = new FieldName("mssys_nsid");

    /** Column {@code mssys_sub_status}. */
    public static final FieldName SUB_STATUS = new FieldName("mssys_sub_status");

    /** Column {@code mssys_last_activity_date}. */
    public static final FieldName LAST_ACTIVITY_DATE = new FieldName("mssys_last_activity_date");

    /** Column {@code mssys_ipaddress}. */
    public static final FieldName IPADDRESS = new FieldName("mssys_ipaddress");

    /** Column {@code mssys_order_status}. */
    public static final FieldName ORDER_STATUS = new FieldName("mssys_order_status");

    /** Column {@code mssys_payment_method}. */
    public static final FieldName PAYMENT_METHOD = new FieldName("mssys_payment_method");

    /** Column {@code mssys_firstname}. */
    public static final FieldName FIRSTNAME = new FieldName("mssys_firstname");

    /** Column {@code mssys_lastname}. */
    public static final FieldName LASTNAME = new FieldName("mssys_lastname");

    /** Column {@code mssys_fullname}. */
    public static final FieldName FULLNAME = new FieldName("mssys_fullname");

    /** Column {@code mssys_title}. */
    public static final FieldName TITLE = new FieldName("mssys_title");

    /** Column {@code mssys_gender}. */
    public static final FieldName GENDER = new FieldName("mssys_gender");

    /** Column {@code mssys_birthday}. */
    public static final FieldName BIRTHDAY = new FieldName("mssys_birthday");

    /** Column {@code mssys_nameday}. */
    public static final FieldName NAMEDAY = new FieldName("mssys_nameday");

    /** Column {@code mssys_phone}. */
    public static final FieldName PHONE = new FieldName("mssys_phone");

    /** Column {@code mssys_mobile}. */
    public static final FieldName MOBILE = new FieldName("mssys_mobile");

    /** Column {@code mssys_int_mobile}. */
    public static final FieldName INT_MOBILE = new FieldName("mssys_int_mobile");

    /** Column {@code mssys_intm_status}. */
    public static final FieldName INTM_STATUS = new FieldName("mssys_intm_status");

    /** Column {@code mssys_sendsms_denied}. */
    public static final FieldName SENDSMS_DENIED = new FieldName("mssys_sendsms_denied");

    /** Column {@code mssys_fax}. */
    public static final FieldName FAX = new FieldName("mssys_fax");

    /** Column {@code mssys_skype}. */
    public static final FieldName SKYPE = new FieldName("mssys_skype");

    /** Column {@code mssys_website}. */
    public static final FieldName WEBSITE = new FieldName("mssys_website");

    /** Column {@code mssys_photo}. */
    public static final FieldName PHOTO = new FieldName("mssys_photo");

    /** Column {@code mssys_bcard_photo}. */
    public static final FieldName BCARD_PHOTO = new FieldName("mssys_bcard_photo");

    /** Column {@code mssys_company}. */
    public static final FieldName COMPANY = new FieldName("mssys_company");

    /** Column {@code mssys_vat_number}. */
    public static final FieldName VAT_NUMBER = new FieldName("mssys_vat_number");

    /** Column {@code mssys_eu_tax}. */
    public static final FieldName EU_TAX = new FieldName("mssys_eu_tax");

    /** Column {@code mssys_bill_company}. */
    public static final FieldName BILL_COMPANY = new FieldName("mssys_bill_company");

    /** Column {@code mssys_bill_country}. */
    public static final FieldName BILL_COUNTRY = new FieldName("mssys_bill_country");

    /** Column {@code mssys_bill_state}. */
    public static final FieldName BILL_STATE = new FieldName("mssys_bill_state");

    /** Column {@code mssys_bill_zip}. */
    public static final FieldName BILL_ZIP = new FieldName("mssys_bill_zip");

    /** Column {@code mssys_bill_city}. */
    public static final FieldName BILL_CITY = new FieldName("mssys_bill_city");

    /** Column {@code mssys_bill_address}. */
    public static final FieldName BILL_ADDRESS = new FieldName("mssys_bill_address");

    /** Column {@code mssys_billing_address_type}. */
    public static final FieldName BILLING_ADDRESS_TYPE = new FieldName("mssys_billing_address_type");

    /** Column {@code mssys_postal_company}. */
    public static final FieldName POSTAL_COMPANY = new FieldName("mssys_postal_company");

    /** Column {@code mssys_postal_country}. */
    public static final FieldName POSTAL_COUNTRY = new FieldName("mssys_postal_country");

    /** Column {@code mssys_postal_state}. */
    public static final FieldName POSTAL_STATE = new FieldName("mssys_postal_state");

    /** Column {@code mssys_postal_zip}. */
    public static final FieldName POSTAL_ZIP = new FieldName("mssys_postal_zip");

    /** Column {@code mssys_postal_city}. */
    public static final FieldName POSTAL_CITY = new FieldName("mssys_postal_city");

    /** Column {@code mssys_postal_address}. */
    public static final FieldName POSTAL_ADDRESS = new FieldName("mssys_postal_address");

    /** Column {@code mssys_postal_deliverypoint_type}. */
    public static final FieldName POSTAL_DELIVERYPOINT_TYPE = new FieldName("mssys_postal_deliverypoint_type");

    /** Column {@code mssys_postal_deliverypoint_name}. */
    public static final FieldName POSTAL_DELIVERYPOINT_NAME = new FieldName("mssys_postal_deliverypoint_name");

    /** Column {@code mssys_referer_page}. */
    public static final FieldName REFERER_PAGE = new FieldName("mssys_referer_page");

    /** Column {@code mssys_utm_source}. */
    public static final FieldName UTM_SOURCE = new FieldName("mssys_utm_source");

    /** Column {@code mssys_utm_campaign}. */
    public static final FieldName UTM_CAMPAIGN = new FieldName("mssys_utm_campaign");

    /** Column {@code mssys_utm_medium}. */
    public static final FieldName UTM_MEDIUM = new FieldName("mssys_utm_medium");

    /** Column {@code mssys_utm_content}. */
    public static final FieldName UTM_CONTENT = new FieldName("mssys_utm_content");

    /** Column {@code mssys_utm_term}. */
    public static final FieldName UTM_TERM = new FieldName("mssys_utm_term");

    /** Column {@code mssys_useragent}. */
    public static final FieldName USERAGENT = new FieldName("mssys_useragent");

    /** Column {@code mssys_client_ip}. */
    public static final FieldName CLIENT_IP = new FieldName("mssys_client_ip");

    /** Column {@code mssys_latitude}. */
    public static final FieldName LATITUDE = new FieldName("mssys_latitude");

    /** Column {@code mssys_longitude}. */
    public static final FieldName LONGITUDE = new FieldName("mssys_longitude");

    /** Column {@code mssys_country_code}. */
    public static final FieldName COUNTRY_CODE = new FieldName("mssys_country_code");

    /** Column {@code mssys_country}. */
    public static final FieldName COUNTRY = new FieldName("mssys_country");

    /** Column {@code mssys_state_code}. */
    public static final FieldName STATE_CODE = new FieldName("mssys_state_code");

    /** Column {@code mssys_state}. */
    public static final FieldName STATE = new FieldName("mssys_state");

    /** Column {@code mssys_city}. */
    public static final FieldName CITY = new FieldName("mssys_city");

    /** Column {@code mssys_crm_status}. */
    public static final FieldName CRM_STATUS = new FieldName("mssys_crm_status");

    /** Column {@code mssys_crm_userid}. */
    public static final FieldName CRM_USERID = new FieldName("mssys_crm_userid");

    /** Column {@code mssys_opportunity_value}. */
    public static final FieldName OPPORTUNITY_VALUE = new FieldName("mssys_opportunity_value");

    /** Column {@code mssys_lastmassage_sent}. */
    public static final FieldName LASTMASSAGE_SENT = new FieldName("mssys_lastmassage_sent");

    /** Column {@code mssys_last_statuschange_date}. */
    public static final FieldName LAST_STATUSCHANGE_DATE = new FieldName("mssys_last_statuschange_date");

    /** Column {@code mssys_net_referral}. */
    public static final FieldName NET_REFERRAL = new FieldName("mssys_net_referral");

    /** Column {@code mssys_net_referred}. */
    public static final FieldName NET_REFERRED = new FieldName("mssys_net_referred");

    /** Column {@code mssys_net_lookingfor}. */
    public static final FieldName NET_LOOKINGFOR = new FieldName("mssys_net_lookingfor");

    /** Column {@code mssys_net_contact_industry}. */
    public static final FieldName NET_CONTACT_INDUSTRY = new FieldName("mssys_net_contact_industry");

    /** Column {@code mssys_net_contact_company}. */
    public static final FieldName NET_CONTACT_COMPANY = new FieldName("mssys_net_contact_company");

    /** Column {@code mssys_contact_id}. */
    public static final FieldName CONTACT_ID = new FieldName("mssys_contact_id");

    /** Column {@code mssys_online_payment_method}. */
    public static final FieldName ONLINE_PAYMENT_METHOD = new FieldName("mssys_online_payment_method");

    /** Column {@code mssys_order_netto_sum}. */
    public static final FieldName ORDER_NETTO_SUM = new FieldName("mssys_order_netto_sum");

    /** Column {@code mssys_order_brutto_sum}. */
    public static final FieldName ORDER_BRUTTO_SUM = new FieldName("mssys_order_brutto_sum");

    /** Column {@code mssys_bill_currency}. */
    public static final FieldName BILL_CURRENCY = new FieldName("mssys_bill_currency");

    /** Column {@code mssys_execute_date}. */
    public static final FieldName EXECUTE_DATE = new FieldName("mssys_execute_date");

    /** Column {@code mssys_pay_due_date}. */
    public static final FieldName PAY_DUE_DATE = new FieldName("mssys_pay_due_date");

    /** Column {@code mssys_pay_date}. */
    public static final FieldName PAY_DATE = new FieldName("mssys_pay_date");

    /** Column {@code mssys_shipping_modetype}. */
    public static final FieldName SHIPPING_MODETYPE = new FieldName("mssys_shipping_modetype");

    /** Column {@code mssys_shipping_mode}. */
    public static final FieldName SHIPPING_MODE = new FieldName("mssys_shipping_mode");

    /** Column {@code mssys_netto_shipping_cost}. */
    public static final FieldName NETTO_SHIPPING_COST = new FieldName("mssys_netto_shipping_cost");

    /** Column {@code mssys_shipping_cost}. */
    public static final FieldName SHIPPING_COST = new FieldName("mssys_shipping_cost");

    /** Column {@code mssys_proform_number}. */
    public static final FieldName PROFORM_NUMBER = new FieldName("mssys_proform_number");

    /** Column {@code mssys_proform_pdf_link}. */
    public static final FieldName PROFORM_PDF_LINK = new FieldName("mssys_proform_pdf_link");

    /** Column {@code mssys_billing_number}. */
    public static final FieldName BILLING_NUMBER = new FieldName("mssys_billing_number");

    /** Column {@code mssys_bill_pdf_link}. */
    public static final FieldName BILL_PDF_LINK = new FieldName("mssys_bill_pdf_link");

    /** Column {@code mssys_bill_comment}. */
    public static final FieldName BILL_COMMENT = new FieldName("mssys_bill_comment");

    /** Column {@code mssys_billing_system_syncdate}. */
    public static final FieldName BILLING_SYSTEM_SYNCDATE = new FieldName("mssys_billing_system_syncdate");

    /** Column {@code mssys_trnum}. */
    public static final FieldName TRNUM = new FieldName("mssys_trnum");

    /** Column {@code mssys_anum}. */
    public static final FieldName ANUM = new FieldName("mssys_anum");

    /** Column {@code mssys_rt}. */
    public static final FieldName RT = new FieldName("mssys_rt");

    /** Column {@code mssys_coupon}. */
    public static final FieldName COUPON = new FieldName("mssys_coupon");

    /** Column {@code mssys_coupon_id}. */
    public static final FieldName COUPON_ID = new FieldName("mssys_coupon_id");

    /** Column {@code mssys_coupon_type}. */
    public static final FieldName COUPON_TYPE = new FieldName("mssys_coupon_type");

    /** Column {@code mssys_coupon_discount_amount_netto}. */
    public static final FieldName COUPON_DISCOUNT_AMOUNT_NETTO = new FieldName("mssys_coupon_discount_amount_netto");

    /** Column {@code mssys_coupon_discount_amount_brutto}. */
    public static final FieldName COUPON_DISCOUNT_AMOUNT_BRUTTO = new FieldName("mssys_coupon_discount_amount_brutto");

    /** Column {@code mssys_shoprenter_id}. */
    public static final FieldName SHOPRENTER_ID = new FieldName("mssys_shoprenter_id");

    /** Column {@code mssys_webshop_status}. */
    public static final FieldName WEBSHOP_STATUS = new FieldName("mssys_webshop_status");

    /** Column {@code mssys_ordered_items}. */
    public static final FieldName ORDERED_ITEMS = new FieldName("mssys_ordered_items");

    /** Column {@code mssys_comment}. */
    public static final FieldName COMMENT = new FieldName("mssys_comment");

    /** Column {@code mssys_integration_type}. */
    public static final FieldName INTEGRATION_TYPE = new FieldName("mssys_integration_type");

    private SystemField() {}
}

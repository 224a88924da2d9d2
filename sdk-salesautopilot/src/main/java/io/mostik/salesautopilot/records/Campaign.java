package io.mostik.salesautopilot.records;

import java.util.Optional;

/** Where a record came from: page and UTM values. A view; immutable. Empty texts and zero dates are absent. */
public final class Campaign {

    private final Columns columns;

    Campaign(Columns columns) {
        this.columns = columns;
    }

    /** Returns the page before the sign-up. */
    public Optional<String> refererPage() {
        return columns.text("mssys_referer_page");
    }

    /** Returns {@code utm_source}. */
    public Optional<String> source() {
        return columns.text("mssys_utm_source");
    }

    /** Returns {@code utm_campaign}. */
    public Optional<String> campaign() {
        return columns.text("mssys_utm_campaign");
    }

    /** Returns {@code utm_medium}. */
    public Optional<String> medium() {
        return columns.text("mssys_utm_medium");
    }

    /** Returns {@code utm_content}. */
    public Optional<String> content() {
        return columns.text("mssys_utm_content");
    }

    /** Returns {@code utm_term}. */
    public Optional<String> term() {
        return columns.text("mssys_utm_term");
    }

    /** Returns the browser. */
    public Optional<String> userAgent() {
        return columns.text("mssys_useragent");
    }

    /** Returns the address of the visitor, as read; written as {@code mssys_ipaddress}. */
    public Optional<String> clientIp() {
        return columns.text("mssys_client_ip");
    }

    /** Returns the vendor's cookie. */
    public Optional<String> cookie() {
        return columns.text("mssys_cookie");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "Campaign";
    }
}

package io.mostik.pbx.vcclive.campaigns;

import io.mostik.core.json.OpenValue;

/**
 * What a field of a database holds. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record CampaignFieldType(String value) implements OpenValue {

    /** A text. */
    public static final CampaignFieldType TEXT = new CampaignFieldType("text");

    /** A number. */
    public static final CampaignFieldType NUMBER = new CampaignFieldType("number");

    /** Yes or no. */
    public static final CampaignFieldType BOOLEAN = new CampaignFieldType("boolean");

    /** A day. */
    public static final CampaignFieldType DATE = new CampaignFieldType("date");

    /** A day and a time. */
    public static final CampaignFieldType DATETIME = new CampaignFieldType("datetime");

    /** One of its values. */
    public static final CampaignFieldType SELECT = new CampaignFieldType("select");

    /** Several of its values. */
    public static final CampaignFieldType MULTISELECT = new CampaignFieldType("multiselect");

    /** Checks that there is a value. */
    public CampaignFieldType {
        OpenValue.check(value);
    }
}

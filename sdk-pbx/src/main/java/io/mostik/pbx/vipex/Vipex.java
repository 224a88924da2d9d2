package io.mostik.pbx.vipex;

import io.mostik.pbx.BodyKind;
import io.mostik.pbx.CredentialPlacement;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.PbxProfile;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.WebhookProfile;

/**
 * The preset for VIPeX, the cloud PBX of Opennetworks. The vendor describes its API in words only: click-to-call and
 * recordings by GET, with user name, password and parameters in the URL. The names of the parameters are sent to customers
 * on request; those here are the SDK's own, to be replaced from the customer's sheet.
 *
 * <pre>{@code
 * PbxClient pbx = Vipex.client().baseUri(address).credentials(user, password).build();
 * pbx.calls().start("101", "06 30 111 2233");
 * PbxWebhooks webhooks = Vipex.webhooks().secret(key).build();
 * }</pre>
 *
 * <p>Requests are paced and retried as {@link PbxClient} says; click-to-call is never repeated once it may have rung. What
 * the PBX pushes is received by {@link PbxWebhooks}; calls out of many pushes are made by
 * {@link io.mostik.pbx.workflow.CallTracker}. Thread-safe.
 *
 * @see <a href="https://www.opennet.hu/crm-api-blogposzt">the vendor's description</a>
 */
public final class Vipex {

    private Vipex() {}

    /** Returns a builder of a client of VIPeX; base URI and credentials are required. */
    public static PbxClient.Builder client() {
        return PbxClient.builder().profile(profile());
    }

    /** Returns a builder of the webhooks of VIPeX; what proves them is required. */
    public static PbxWebhooks.Builder webhooks() {
        return PbxWebhooks.builder().profile(webhookProfile());
    }

    /** Returns how VIPeX is called. */
    public static PbxProfile profile() {
        return PbxProfile.builder()
                .callMethod("GET")
                .callBody(BodyKind.QUERY)
                .credentialPlacement(CredentialPlacement.QUERY)
                .build();
    }

    /** Returns how the pushes of VIPeX are read. */
    public static WebhookProfile webhookProfile() {
        return WebhookProfile.builder().build();
    }
}

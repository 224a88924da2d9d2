package io.mostik.core.faults;

import java.util.Map;

/** What of the matrix is not met, does not apply to the core, or is shown elsewhere, and why. */
final class NotShownHere {

    private static final String VENDORS = "left to the vendor modules: ";

    static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry(
                    "F06",
                    "met in part: under TLS 1.3 a server refuses a client certificate after the handshake; where its reset"
                            + " overtakes its alert, nothing tells this from a lost answer, and the outcome is UNKNOWN"),
            Map.entry(
                    "F07",
                    "**not met** for READ: the JDK's client tries the first address only, and taking another one by hand"
                            + " would break the host name in TLS. The outcome is NOT_SENT for all effects, which is true"),
            Map.entry(
                    "F09",
                    "met in part: a proxy that answers an http call with a page of its own cannot be told from a portal;"
                            + " the outcome is UNKNOWN. For https it is NOT_SENT"),
            Map.entry("F19", "not applicable: the core never sends Expect: 100-continue"),
            Map.entry("F20", "not applicable: request bodies are in memory and can be sent again"),
            Map.entry(
                    "F25",
                    "met in part: no excerpt, as the JDK's client does not hand out what it could not parse; nothing of"
                            + " it is shown"),
            Map.entry(
                    "F27",
                    "met in part: one length said twice on a line (`Content-Length: 7, 7`), which HTTP permits a proxy to write,"
                            + " is not read by Java's HTTP client; the outcome is UNKNOWN"),
            Map.entry("F40", "not applicable: no caller holds a stream; answers go to memory or to a file"),
            Map.entry("F44", "here one field and one list; each path " + VENDORS + "mutated answers"),
            Map.entry(
                    "F47, F48",
                    "here one value each; dialects in the tests of io.mostik.core.json, then " + VENDORS
                            + "golden files"),
            Map.entry(
                    "F49",
                    "**not met** in the core, where audio as base64 inside JSON is held to the limit of 16 MB; inline"
                            + " recordings of webhooks are the matter of io.mostik.pbx.webhooks"),
            Map.entry("F57", "**not met** in the core: it counts no monthly quota"),
            Map.entry("F61", "met in part: a secret that was replaced is scrubbed in answers to calls that carried it"),
            Map.entry("F62", "not applicable: HTTP/1.1 only, so no GOAWAY and no streams"),
            Map.entry("F69", "io.mostik.core.PagedTest, and " + VENDORS + "lists"),
            Map.entry(
                    "F70, F71, F72",
                    "io.mostik.core.once.FeedTest and io.mostik.core.StateStoreCrashTest, and " + VENDORS + "feeds"),
            Map.entry("F73", "io.mostik.core.webhook.WebhookReceiverTest, and " + VENDORS + "their signatures"),
            Map.entry("F74", VENDORS + "telephony"),
            Map.entry("F75", "io.mostik.core.http.DownloadTest, and " + VENDORS + "recordings"),
            Map.entry(
                    "F77",
                    "**not covered** where the JVM caches no addresses (networkaddress.cache.ttl=0): then the JDK asks the"
                            + " name server again, on the thread of the call"),
            Map.entry(
                    "F79",
                    "also io.mostik.core.http.AdmissionModelTest: random schedules in virtual time, no window exceeds a limit"),
            Map.entry(
                    "F86",
                    "io.mostik.core.json.NullsTest; every decoded type of a module, each property null, missing and of another"
                            + " shape: io.mostik.core.json.DecodedTypesContract, run by each module"),
            Map.entry(
                    "F87",
                    "io.mostik.core.once.CrashPointsTest, io.mostik.core.once.TwoNodesOnceTest, io.mostik.core.once.OnceLivesTest,"
                            + " io.mostik.core.once.LateArrivalTest, io.mostik.core.OnceKillTest"),
            Map.entry(
                    "F88",
                    "io.mostik.core.JdbcStateStoreContract on each database, and io.mostik.core.StateStoreRefusalTest"),
            Map.entry(
                    "F89",
                    "io.mostik.core.webhook.OwnReceiverContractTest, io.mostik.core.webhook.WebhookInboxTest,"
                            + " io.mostik.core.webhook.RealSendersTest"),
            Map.entry(
                    "F90",
                    "io.mostik.core.test.FeedContract, run by io.mostik.core.once.MemoryFeedTest and " + VENDORS
                            + "feeds"));

    private NotShownHere() {}
}

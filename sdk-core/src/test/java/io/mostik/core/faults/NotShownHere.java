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
            Map.entry("F40", "not applicable: no caller holds a stream; answers go to memory or to a file"),
            Map.entry("F44", "here one field and one list; each path " + VENDORS + "mutated answers"),
            Map.entry(
                    "F47, F48",
                    "here one value each; dialects in the tests of io.mostik.core.json, then " + VENDORS
                            + "golden files"),
            Map.entry(
                    "F49",
                    "**not met** in the core, where audio as base64 inside JSON is held to the limit of 16 MB; inline"
                            + " recordings of webhooks are the matter of io.mostik.pbx.vipex.hooks"),
            Map.entry("F57", "**not met** in the core: it counts no monthly quota"),
            Map.entry("F61", "met in part: a secret that was replaced is scrubbed in answers to calls that carried it"),
            Map.entry("F62", "not applicable: HTTP/1.1 only, so no GOAWAY and no streams"),
            Map.entry("F69", "io.mostik.core.PagedTest, and " + VENDORS + "lists"),
            Map.entry("F70, F71, F72", VENDORS + "where there is a synchronisation; stores in StateStoreTest"),
            Map.entry("F73", "io.mostik.core.webhook, and " + VENDORS + "their signatures"),
            Map.entry("F74", VENDORS + "telephony"),
            Map.entry("F75", "io.mostik.core.http.DownloadTest, and " + VENDORS + "recordings"),
            Map.entry(
                    "F77",
                    "io.mostik.core.http.HostLookupTest: a silent name server, NOT_SENT at the deadline and at once when"
                            + " interrupted; **not covered** where the JVM caches no addresses (networkaddress.cache.ttl=0)"),
            Map.entry(
                    "F79",
                    "io.mostik.core.http.AdmissionModelTest (random schedules in virtual time: no window exceeds a limit) and"
                            + " AdmissionGateTest"),
            Map.entry("F80", "io.mostik.core.http.RetryLoopTest: 200 refused repeats leave the budget full"),
            Map.entry("F84", "io.mostik.core.http.DownloadTest: 202, 204, 206, empty and short answers become no file"),
            Map.entry("F85", "io.mostik.core.http.RequestRulesTest: refused by name before sending"));

    private NotShownHere() {}
}

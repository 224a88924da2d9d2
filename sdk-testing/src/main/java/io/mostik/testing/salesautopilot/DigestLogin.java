package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.RecordedRequest;
import io.mostik.testing.internal.Credentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP Digest (RFC 2617), which is documented beside Basic. Realm and algorithm are not; here MD5, which every client has. The nonce
 * never ends, so that what came can be sent again.
 */
record DigestLogin(Credentials credentials) {

    private static final String REALM = "SalesAutopilot";
    private static final String NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c0";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

    /** What a 401 says of it. */
    static final String CHALLENGE =
            "Digest realm=\"" + REALM + "\", qop=\"auth\", algorithm=MD5, nonce=\"" + NONCE + "\"";

    boolean isOf(RecordedRequest request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Digest ", 0, 7)) {
            return false;
        }
        Map<String, String> sent = parameters(header.substring(7));
        String target = request.rawPath() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
        return credentials.username().equals(sent.get("username"))
                && response(sent, request.method(), target).equals(sent.get("response"));
    }

    /** Returns what proves the pair: of our realm and nonce and of this request, whatever the header says of them. */
    private String response(Map<String, String> sent, String method, String target) {
        String middle = sent.containsKey("qop")
                ? String.join(":", NONCE, sent.get("nc"), sent.get("cnonce"), sent.get("qop"))
                : NONCE;
        String pair = credentials.username() + ":" + REALM + ":" + credentials.password();
        return md5(md5(pair) + ":" + middle + ":" + md5(method + ":" + target));
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        Matcher each = PARAMETER.matcher(header);
        while (each.find()) {
            parameters.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2));
        }
        return parameters;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.mostik.remonline;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Transport;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The played vendor with a client of each generation; the limit is off, for other tests hold it. */
public final class Played implements AfterEachCallback {

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final VendorTime time = new VendorTime(vendor.clock());
    private RemOnline remonline;
    private RemOnlineLegacy legacy;
    private volatile boolean isOdd;

    public Played() {
        vendor.unlimited();
        remonline = RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.time(time).around(this::answering))
                .build();
        legacy = legacyClient(CustomFieldStyle.TEXT);
    }

    RemOnlineLegacy legacyClient(CustomFieldStyle style) {
        return RemOnlineLegacy.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.uri().toString())
                .customFieldStyle(style)
                .http(http -> http.time(time).around(this::answering))
                .build();
    }

    /** From now on each list has a row more, which cannot be read, and the clients are views that leave such rows out. */
    void skipOddRows() {
        isOdd = true;
        CallOptions options =
                CallOptions.builder().skippingUnreadable(rows -> {}).build();
        remonline = remonline.with(options);
        legacy = legacy.with(options);
    }

    public RemOnlineSimulator vendor() {
        return vendor;
    }

    public VendorTime time() {
        return time;
    }

    public RemOnline remonline() {
        return remonline;
    }

    public RemOnlineLegacy legacy() {
        return legacy;
    }

    private Transport answering(Transport next) {
        return request -> {
            ApiResponse answer = next.send(request);
            return isOdd ? withOddRow(answer) : answer;
        };
    }

    private static ApiResponse withOddRow(ApiResponse answer) {
        try (InputStream body = answer.body().stream()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return answer.with(
                    answer.status(), text.replace("\"data\":[", "\"data\":[7,").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        remonline.close();
        legacy.close();
        vendor.close();
    }
}

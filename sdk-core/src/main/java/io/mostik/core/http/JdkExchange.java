package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One request on the wire: chooses how to take the body, and remembers how far things got. */
final class JdkExchange implements HttpResponse.BodyHandler<ResponseBody> {

    private static final int LARGEST_ERROR_BODY = 64 * 1024;

    private final CallPlan plan;
    private final Watchdog watchdog;
    private final TimeSource time;
    private final OneShotBody requestBody;
    private volatile int status;
    private volatile String objection = "";

    JdkExchange(ApiRequest request, Watchdog watchdog, TimeSource time) {
        this.plan = request.plan();
        this.watchdog = watchdog;
        this.time = time;
        this.requestBody = new OneShotBody(request.body());
    }

    OneShotBody requestBody() {
        return requestBody;
    }

    /** Returns the status of the answer, or 0 while its head has not come. */
    int status() {
        return status;
    }

    /** Returns what is wrong with the head, or an empty text: the JDK may fail on it with words of its own. */
    String objection() {
        return objection;
    }

    @Override
    public HttpResponse.BodySubscriber<ResponseBody> apply(HttpResponse.ResponseInfo head) {
        status = head.statusCode();
        boolean success = status >= 200 && status < 300;
        if (!success) {
            return new BodyReceiver(plan, watchdog, time, LARGEST_ERROR_BODY, true, null);
        }
        BodySink wanting = wantingSink(head);
        objection = HeadRules.objection(head.headers(), wanting == null ? plan.largestBody() : Long.MAX_VALUE)
                .orElse("");
        if (!objection.isEmpty()) {
            return new RefusedBody(objection);
        }
        return new BodyReceiver(plan, watchdog, time, plan.largestBody(), false, wanting);
    }

    private @Nullable BodySink wantingSink(HttpResponse.ResponseInfo head) {
        BodySink sink = plan.sink();
        boolean wanted = sink != null
                && sink.wants(head.statusCode(), new ApiHeaders(head.headers().map()));
        return wanted ? sink : null;
    }
}

package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire: chooses how to take the body, and remembers how far things got. The JDK's client keeps it with
 * the idle connection, so it lets go of everything when the call is over: what it reached would live as long.
 */
final class JdkExchange implements HttpResponse.BodyHandler<DetachableBody> {

    private static final int LARGEST_ERROR_BODY = 64 * 1024;

    private volatile @Nullable CallPlan plan;
    private volatile @Nullable DetachableBody body;
    private final Watchdog watchdog;
    private final TimeSource time;
    private final OneShotBody requestBody;
    private volatile int status;
    private volatile String objection = "";

    JdkExchange(ApiRequest request, Watchdog watchdog, TimeSource time) {
        this.plan = request.plan();
        this.watchdog = watchdog;
        this.time = time;
        this.requestBody = new OneShotBody(request.body(), request::leaves);
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

    /** Lets go of the call and of both bodies. */
    void forget() {
        plan = null;
        requestBody.forget();
        DetachableBody current = body;
        if (current != null) {
            current.detach();
        }
    }

    @Override
    public HttpResponse.BodySubscriber<DetachableBody> apply(HttpResponse.ResponseInfo head) {
        CallPlan current = plan;
        DetachableBody.Attached fresh =
                DetachableBody.before(current == null ? new RefusedBody("the call is over") : taker(current, head));
        body = fresh.body();
        return fresh.subscriber();
    }

    private DetachableBody.BodyTaker taker(CallPlan plan, HttpResponse.ResponseInfo head) {
        status = head.statusCode();
        boolean success = status >= 200 && status < 300;
        if (!success) {
            return new BodyReceiver(plan, watchdog, time, LARGEST_ERROR_BODY, true, null);
        }
        BodySink wanting = wantingSink(plan, head);
        objection = ResponseHeadValidator.objection(
                        head.headers(), wanting == null ? plan.config().largestBody() : Long.MAX_VALUE)
                .orElse("");
        if (!objection.isEmpty()) {
            return new RefusedBody(objection);
        }
        return new BodyReceiver(plan, watchdog, time, plan.config().largestBody(), false, wanting);
    }

    private static @Nullable BodySink wantingSink(CallPlan plan, HttpResponse.ResponseInfo head) {
        BodySink sink = plan.sink();
        boolean wanted = sink != null
                && sink.wants(head.statusCode(), new ApiHeaders(head.headers().map()));
        return wanted ? sink : null;
    }
}

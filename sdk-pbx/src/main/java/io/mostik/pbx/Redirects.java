package io.mostik.pbx;

import io.mostik.core.http.Transport;

/**
 * Where an answer redirects to. No exception holds the address, which may be signed and good for anybody; it is kept for the
 * thread of the call. Thread-safe.
 */
final class Redirects {

    private final ThreadLocal<String> location = new ThreadLocal<>();

    Transport over(Transport next) {
        return request -> {
            location.remove();
            var answer = next.send(request);
            answer.header("Location").ifPresent(location::set);
            return answer;
        };
    }

    /** Returns the address of the last answer on this thread, once; empty if there was none. */
    String take() {
        String found = location.get();
        location.remove();
        return found == null ? "" : found;
    }
}

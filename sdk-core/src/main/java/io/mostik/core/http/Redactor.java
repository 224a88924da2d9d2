package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one place that makes a vendor's words fit to be kept: takes out every secret that the request knows, in every spelling
 * in which it may come back, then what looks like personal data ({@link PersonalData}). The text is cut before it is
 * searched, so that a long one costs no more, but never within a secret. Uses no recursion: a small stack is enough.
 */
final class Redactor {

    private static final int LONGEST_READ = 2_048;
    private static final int SMALLEST_MARGIN = 512;
    private static final int LONGEST_WORDS = 400;
    private static final int LONGEST_ID = 100;

    private Redactor() {}

    /** Returns a vendor's words in one line of at most {@value #LONGEST_WORDS} characters, without secrets and personal data. */
    static String words(String text, List<Secret> secrets) {
        return cut(clean(text, secrets, true), LONGEST_WORDS);
    }

    /**
     * Returns the id that an answer carries, without secrets: a gateway may send a header back as it came. Long numbers
     * stay, as the vendor looks for them.
     */
    private static String id(String text, List<Secret> secrets) {
        return cut(clean(text, secrets, false).strip(), LONGEST_ID);
    }

    /** Returns the id under which the vendor can find the call: the answer's, else the caller's own. */
    static Optional<String> requestId(ApiRequest request, ApiResponse response) {
        return requestId(request, response, response.secrets());
    }

    /** Returns the same next to the wire, where the answer does not know yet what it must hide. */
    static Optional<String> requestId(ApiRequest request, ApiResponse response, List<Secret> secrets) {
        Optional<String> own = request.plan().options().requestId();
        return response.header("x-request-id").isEmpty()
                ? own
                : response.header("x-request-id")
                        .map(id -> id(id, secrets))
                        .filter(id -> !id.isEmpty())
                        .or(() -> own);
    }

    private static String clean(String text, List<Secret> secrets, boolean personal) {
        List<SecretForms> forms = new ArrayList<>();
        int margin = SMALLEST_MARGIN;
        for (Secret secret : secrets) {
            SecretForms one = SecretForms.of(secret);
            margin = Math.max(margin, one.longest());
            forms.add(one);
        }
        String read = text.substring(0, Math.min(text.length(), LONGEST_READ + margin));
        Marks marks = new Marks(read);
        String folded = SecretForms.folded(read);
        forms.forEach(form -> form.hideIn(marks, folded));
        if (personal) {
            PersonalData.hideIn(marks);
        }
        return marks.shown(LONGEST_READ) + (text.length() > LONGEST_READ ? "…" : "");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}

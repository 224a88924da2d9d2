package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;

/** How the older generations say that something was written. */
final class V1Writes {

    private V1Writes() {}

    /** Answers the id, in an object or, where that is set, in an array of one. */
    static Answer done(Account account, long id) {
        ObjectNode answer = Shape.object();
        if (account.writeAnswer == WriteAnswer.DATA_ARRAY) {
            answer.putArray("data").addObject().put("id", id);
        } else {
            answer.putObject("data").put("id", id);
        }
        return Answer.json(200, answer.put("success", true));
    }
}

package io.mostik.bridge.server.page;

import java.util.Map;

/** Answers the page and the verbs: the same questions, whoever asks. Thread-safe. */
public interface Office {

    /**
     * Answers.
     *
     * @param name of the question, such as {@code now}
     * @param isChange whether it may change something; a read never does
     * @throws RuntimeException saying in its message why it is not answered
     */
    Map<String, Object> answer(String name, boolean isChange, Question question, Asker asker);
}

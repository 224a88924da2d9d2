package io.mostik.pbx.vcclive.webhooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a step of an IVR asks: variables by the names that the integrator gave them. Prints their names only. Immutable.
 */
public final class IvrRequest {

    private final Map<String, String> variables;

    /** Creates a request, as for tests of your own code. */
    public IvrRequest(Map<String, String> variables) {
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Returns all variables in the order received. */
    public Map<String, String> variables() {
        return variables;
    }

    /** Returns a variable. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Returns the account, where the step sends it under its own name. */
    public Optional<String> customer() {
        return variable("customer");
    }

    /** Returns the id of the project, where the step sends it under its own name. */
    public OptionalLong projectId() {
        try {
            return variable("projectid")
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns the calling number, where the step sends it under its own name. */
    public Optional<String> source() {
        return variable("source");
    }

    /** Returns the called number, where the step sends it under its own name. */
    public Optional<String> destination() {
        return variable("destination");
    }

    /** Returns the id of the call, where the step sends it under its own name. */
    public Optional<String> uuid() {
        return variable("uuid");
    }

    /** Returns the short id, where the step sends it under its own name. */
    public Optional<String> shortId() {
        return variable("vccsys_shortid");
    }

    @Override
    public String toString() {
        return "IvrRequest" + variables.keySet();
    }
}

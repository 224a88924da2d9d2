package io.mostik.testing.vipex;

/** How a hook carries its multi-dimensional data. */
public enum VipexPayload {
    /** The body is JSON; over GET the same as {@link #JSON_PARAMETER}. */
    JSON,
    /** One parameter named {@code data} holds JSON. */
    JSON_PARAMETER,
    /** Parameters with brackets, as PHP writes them. */
    BRACKETS
}

package io.mostik.testing.program;

import java.util.Map;

/**
 * A first request to a vendor.
 *
 * @param path what follows the first address
 * @param headers by name; a value may be a secret of the simulator
 * @param java the same with our client
 */
record Sample(String method, String path, Map<String, String> headers, String body, String java) {}

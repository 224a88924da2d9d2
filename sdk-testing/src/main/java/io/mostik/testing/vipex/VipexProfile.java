package io.mostik.testing.vipex;

/** The names a VIPeX customer's sheet gives to paths and parameters. */
public record VipexProfile(
        String callPath,
        String recordingPath,
        String usernameParam,
        String passwordParam,
        String extensionParam,
        String numberParam,
        String recordingIdParam) {

    /** Returns the names the SDK assumes when nothing else is said. */
    public static VipexProfile defaults() {
        return new VipexProfile("/api/call", "/api/recording", "username", "password", "extension", "number", "id");
    }
}

package io.mostik.pbx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * How one PBX is called, the {@code client} part of a {@code pbx.json}: paths, names of parameters, where credentials are sent, how a refusal is told from a success.
 * The defaults are the SDK's own and no vendor's; replace them from the vendor's sheet, in code or in a file.
 * Immutable.
 */
@Value.Immutable
public interface PbxProfile {

    /** Returns the verb of click-to-call: GET or POST. It is never repeated, by either. */
    @Value.Default
    default String callMethod() {
        return "GET";
    }

    /**
     * Returns the path of click-to-call. May hold <code>{extension}</code>, <code>{number}</code> and
     * <code>{key}</code>; what is in the path is not sent as a parameter.
     */
    @Value.Default
    default String callPath() {
        return "/api/call";
    }

    /** Returns where the parameters of click-to-call are sent. */
    @Value.Default
    default BodyKind callBody() {
        return BodyKind.QUERY;
    }

    /** Returns the name of the extension; empty where the key implies it. */
    @Value.Default
    default String extensionParam() {
        return "extension";
    }

    /** Returns the name of the number to call. */
    @Value.Default
    default String numberParam() {
        return "number";
    }

    /** Returns further parameters of click-to-call with their fixed values: texts, numbers or booleans. */
    Map<String, Object> fixedParameters();

    /**
     * Returns the whole request that starts a call, for what method, path and parameters cannot say. It then replaces them, and
     * holds the credentials itself.
     */
    Optional<RequestTemplate> request();

    /** Returns the log-in before calls and recordings, where the PBX wants one; it then replaces other credentials. */
    Optional<SessionTemplate> session();

    /** Returns what stands for an extension at the PBX, such as the id of its user; nothing if it is the extension. */
    Map<String, String> users();

    /** Returns the names of all secrets that the requests of this profile need. */
    default List<String> secretNames() {
        return Stream.of(
                        request().map(RequestTemplate::secretNames),
                        session().map(SessionTemplate::secretNames),
                        recording().map(RecordingTemplate::secretNames),
                        list().map(ListTemplate::secretNames))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Returns how numbers are written. */
    @Value.Default
    default NumberFormat numberFormat() {
        return NumberFormat.E164;
    }

    /** Returns what an extension looks like, as a regular expression; two to five digits by default. */
    @Value.Default
    default String extensionPattern() {
        return "[0-9]{2,5}";
    }

    /** Returns the region whose national forms are read; two letters. */
    @Value.Default
    default String region() {
        return PhoneNumber.HUNGARY;
    }

    /** Returns the path of recordings. May hold <code>{id}</code> and <code>{key}</code>. */
    @Value.Default
    default String recordingPath() {
        return "/api/recording";
    }

    /** Returns how a recording is asked for by its id where path and parameter cannot say it; it then replaces them. */
    Optional<RecordingTemplate> recording();

    /** Returns how the list of calls is asked for, where the PBX has one. */
    Optional<ListTemplate> list();

    /** Returns the name of the recording's id. */
    @Value.Default
    default String recordingIdParam() {
        return "id";
    }

    /**
     * Returns the hosts from which recordings are fetched whose address comes in a push: names such as {@code rec.example},
     * meaning https. None by default, so that nothing is fetched.
     */
    List<String> recordingHosts();

    /** Returns the largest recording that is taken, in bytes; 256 MB by default. */
    @Value.Default
    default long largestRecording() {
        return 256L * 1024 * 1024;
    }

    /** Returns where credentials are sent. */
    @Value.Default
    default CredentialPlacement credentialPlacement() {
        return CredentialPlacement.QUERY;
    }

    /** Returns the name of the user name as a parameter. */
    @Value.Default
    default String usernameParam() {
        return "username";
    }

    /** Returns the name of the password as a parameter. */
    @Value.Default
    default String passwordParam() {
        return "password";
    }

    /** Returns the name of the key as a parameter or a header. */
    @Value.Default
    default String keyParam() {
        return "apikey";
    }

    /** Returns how a refusal is told from a success. */
    @Value.Default
    default OutcomeRule outcome() {
        return OutcomeRule.standard();
    }

    /** Refuses what cannot work, by the name of the setting. */
    @Value.Check
    default void check() {
        refuseUnless(callMethod().equals("GET") || callMethod().equals("POST"), "callMethod must be GET or POST");
        refuseUnless(callBody() == BodyKind.QUERY || callMethod().equals("POST"), "callBody needs callMethod POST");
        ProfilePath.check("callPath", callPath(), List.of("extension", "number", "key"));
        ProfilePath.check("recordingPath", recordingPath(), List.of("id", "key"));
        refuseUnless(
                ProfilePath.has(callPath(), "number") || !numberParam().isBlank(),
                "numberParam is blank and callPath has no {number}");
        refuseUnless(
                ProfilePath.has(recordingPath(), "id") || !recordingIdParam().isBlank(),
                "recordingIdParam is blank and recordingPath has no {id}");
        refuseUnless(largestRecording() > 0, "largestRecording must be at least 1");
        boolean path = credentialPlacement() == CredentialPlacement.PATH;
        refuseUnless(!path || ProfilePath.has(callPath(), "key"), "credentialPlacement PATH needs {key} in callPath");
        refuseUnless(isRegex(extensionPattern()), "extensionPattern is not a regular expression");
        PhoneReader unused = PhoneReader.of(region());
    }

    /**
     * Returns the profile that a JSON object describes; its names are those of this type's settings.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static PbxProfile fromJson(String json) {
        return ProfileReader.fromJson(json);
    }

    /**
     * Returns the profile that properties describe; lists are separated by commas, and {@code fixedParameters.} and
     * {@code outcome.} are prefixes.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or cannot work
     */
    static PbxProfile fromProperties(Properties properties) {
        return ProfileReader.fromProperties(properties);
    }

    /** Returns a builder with the SDK's defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a profile. */
    final class Builder extends ImmutablePbxProfile.Builder {
        Builder() {}
    }

    private static boolean isRegex(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static void refuseUnless(boolean good, String text) {
        if (!good) {
            throw new IllegalArgumentException(text);
        }
    }
}

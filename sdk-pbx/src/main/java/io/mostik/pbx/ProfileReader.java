package io.mostik.pbx;

import io.mostik.core.json.Json;
import io.mostik.pbx.internal.Settings;
import java.util.Properties;

/** Reads a profile from a file. */
final class ProfileReader {

    private static final Settings<OutcomeRule.Builder> OUTCOME = new Settings<OutcomeRule.Builder>()
            .each("successAt", (rule, path, values) -> rule.putSuccessAt(path, Settings.textsOf(values)))
            .texts("errorFields", OutcomeRule.Builder::errorFields)
            .texts("successFields", OutcomeRule.Builder::successFields)
            .texts("statusFields", OutcomeRule.Builder::statusFields)
            .texts("successWords", OutcomeRule.Builder::successWords)
            .texts("messageFields", OutcomeRule.Builder::messageFields)
            .texts("codeFields", OutcomeRule.Builder::codeFields)
            .texts("failureWords", OutcomeRule.Builder::failureWords)
            .texts("errorPrefixes", OutcomeRule.Builder::errorPrefixes)
            .texts("authWords", OutcomeRule.Builder::authWords)
            .texts("notFoundWords", OutcomeRule.Builder::notFoundWords)
            .texts("callIdFields", OutcomeRule.Builder::callIdFields);

    private static final Settings<PbxProfile.Builder> PROFILE = new Settings<PbxProfile.Builder>()
            .text("callMethod", PbxProfile.Builder::callMethod)
            .text("callPath", PbxProfile.Builder::callPath)
            .word("callBody", BodyKind.class, PbxProfile.Builder::callBody)
            .text("extensionParam", PbxProfile.Builder::extensionParam)
            .text("numberParam", PbxProfile.Builder::numberParam)
            .each("fixedParameters", ProfileReader::fixedParameter)
            .any("request", (profile, request) -> profile.request(RequestTemplate.of(request)))
            .any("session", (profile, session) -> profile.session(SessionTemplate.of(session)))
            .each("users", (profile, extension, user) -> profile.putUser(extension, Settings.textOf(user)))
            .word("numberFormat", NumberFormat.class, PbxProfile.Builder::numberFormat)
            .text("extensionPattern", PbxProfile.Builder::extensionPattern)
            .text("region", PbxProfile.Builder::region)
            .any("recording", (profile, recording) -> profile.recording(RecordingTemplate.of(recording)))
            .any("list", (profile, list) -> profile.list(ListTemplate.of(list)))
            .text("recordingPath", PbxProfile.Builder::recordingPath)
            .text("recordingIdParam", PbxProfile.Builder::recordingIdParam)
            .texts("recordingHosts", PbxProfile.Builder::recordingHosts)
            .read("largestRecording", Long::parseLong, PbxProfile.Builder::largestRecording)
            .word("credentialPlacement", CredentialPlacement.class, PbxProfile.Builder::credentialPlacement)
            .text("usernameParam", PbxProfile.Builder::usernameParam)
            .text("passwordParam", PbxProfile.Builder::passwordParam)
            .text("keyParam", PbxProfile.Builder::keyParam)
            .section(
                    "outcome",
                    OUTCOME,
                    unused -> OutcomeRule.builder(),
                    (profile, rule) -> profile.outcome(rule.build()));

    private ProfileReader() {}

    static PbxProfile fromJson(String json) {
        return read(Settings.ofJson(json));
    }

    static PbxProfile fromProperties(Properties properties) {
        return read(Settings.ofProperties(properties));
    }

    private static PbxProfile read(Json settings) {
        PbxProfile.Builder profile = PbxProfile.builder();
        PROFILE.apply(settings, profile);
        return profile.build();
    }

    private static void fixedParameter(PbxProfile.Builder profile, String name, Json value) {
        profile.putFixedParameter(
                name, value.value().orElseThrow(() -> new IllegalArgumentException(name + " has no value")));
    }
}

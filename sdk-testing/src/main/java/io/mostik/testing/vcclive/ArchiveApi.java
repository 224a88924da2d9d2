package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import java.util.List;

/** The archive of recordings: lists, downloads, marks as archived. */
record ArchiveApi(VccAccount account) {

    private static final int PAGE = 10;
    private static final String FILES = VccApi.BASE + "/voicefiles/{yyyy}/{MM}";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(FILES, this::list)
                .get(
                        FILES + "/{uuid}",
                        ask -> Answer.bytes(200, "audio/mp4", file(ask).audio()))
                .put(FILES + "/{uuid}", this::archive);
    }

    private Answer list(RequestReader ask) {
        List<VccVoiceFile> month = account.voiceFiles.stream()
                .filter(file -> file.isOf(ask.path("yyyy"), ask.path("MM")))
                .toList();
        String last = ask.query("lastUuid").orElse("");
        long after = month.stream().map(VccVoiceFile::uuid).toList().indexOf(last) + 1L;
        return VccEnvelope.ok(month.stream()
                .skip(after)
                .filter(file -> !file.archived())
                .limit(PAGE)
                .map(VccVoiceFile::describe)
                .toList());
    }

    private Answer archive(RequestReader ask) {
        VccVoiceFile file = file(ask);
        JsonNode checkSum = ask.request().json().path("checkSum");
        if (checkSum.isMissingNode() || checkSum.isNull()) {
            throw VccRefusal.missing("checkSum");
        }
        ask.require("checkSum", file.archive(checkSum.asText()));
        return VccEnvelope.ok(true);
    }

    private VccVoiceFile file(RequestReader ask) {
        VccVoiceFile file = account.voiceFiles.get(ask.path("uuid"));
        if (!file.isOf(ask.path("yyyy"), ask.path("MM"))) {
            throw VccRefusal.notFound();
        }
        return file;
    }
}

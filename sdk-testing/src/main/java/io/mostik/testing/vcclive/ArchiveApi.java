package io.mostik.testing.vcclive;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archiver: lists what waits, hands it out, ticks it off. */
final class ArchiveApi {

    private static final int PAGE = 10;
    private static final String FILES = VccApi.BASE + "/voicefiles/{yyyy}/{MM}";

    private final VccAccount account;

    ArchiveApi(VccAccount account) {
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.on("GET", FILES, this::list)
                .on("GET", FILES + "/{uuid}", this::download)
                .on("PUT", FILES + "/{uuid}", this::archive);
    }

    private Answer list(RecordedRequest request, Map<String, String> path) {
        String last = request.query("lastUuid").orElse("");
        List<VccVoiceFile> month = account.voiceFiles().stream()
                .filter(file -> file.isOf(path.getOrDefault("yyyy", ""), path.getOrDefault("MM", "")))
                .toList();
        long after = month.stream().map(VccVoiceFile::uuid).toList().indexOf(last) + 1L;
        return VccEnvelope.ok(month.stream()
                .skip(after)
                .filter(file -> !file.archived())
                .limit(PAGE)
                .map(VccVoiceFile::describe)
                .toList());
    }

    private Answer download(RecordedRequest request, Map<String, String> path) {
        return file(path)
                .map(file -> Answer.bytes(200, "audio/mp4", file.audio()))
                .orElseGet(VccApi::notFound);
    }

    private Answer archive(RecordedRequest request, Map<String, String> path) {
        Optional<VccVoiceFile> file = file(path);
        if (file.isEmpty()) {
            return VccApi.notFound();
        }
        if (!request.json().hasNonNull("checkSum")) {
            throw VccRefusal.missing("checkSum");
        }
        if (!file.get().archive(request.json().path("checkSum").asText())) {
            throw VccRefusal.bad("checkSum");
        }
        return VccEnvelope.ok(true);
    }

    private Optional<VccVoiceFile> file(Map<String, String> path) {
        return account.voiceFile(path.getOrDefault("uuid", ""))
                .filter(file -> file.isOf(path.getOrDefault("yyyy", ""), path.getOrDefault("MM", "")));
    }
}

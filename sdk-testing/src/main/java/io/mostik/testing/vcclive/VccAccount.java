package io.mostik.testing.vcclive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything one customer's account holds. Whoever touches it holds its monitor. */
final class VccAccount {

    private final Ids ids = new Ids();
    private final Map<Long, VccProject> projects = new LinkedHashMap<>();
    private final Map<Long, VccUser> users = new LinkedHashMap<>();
    private final Map<String, VccCall> calls = new LinkedHashMap<>();
    private final Map<String, VccVoiceFile> voiceFiles = new LinkedHashMap<>();

    VccAccount() {}

    Ids ids() {
        return ids;
    }

    void add(VccProject project) {
        projects.put(project.id(), project);
    }

    void add(VccUser user) {
        users.put(user.id(), user);
    }

    void add(VccCall call) {
        calls.put(call.uuid(), call);
    }

    void add(VccVoiceFile file) {
        voiceFiles.put(file.uuid(), file);
    }

    Optional<VccProject> project(long id) {
        return Optional.ofNullable(projects.get(id));
    }

    List<VccProject> projects() {
        return List.copyOf(projects.values());
    }

    Optional<VccUser> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    List<VccUser> users() {
        return List.copyOf(users.values());
    }

    List<VccCall> calls() {
        return List.copyOf(calls.values());
    }

    List<VccVoiceFile> voiceFiles() {
        return new ArrayList<>(voiceFiles.values());
    }

    Optional<VccVoiceFile> voiceFile(String uuid) {
        return Optional.ofNullable(voiceFiles.get(uuid));
    }

    /** Numbers whatever the account makes: fields, values, records. */
    static final class Ids {

        private long last = 8376;

        long next() {
            last++;
            return last;
        }
    }
}

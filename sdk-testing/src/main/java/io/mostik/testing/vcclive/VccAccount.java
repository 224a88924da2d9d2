package io.mostik.testing.vcclive;

import io.mostik.testing.internal.RequestReader;
import io.mostik.testing.internal.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Everything one customer's account holds. Guarded by its monitor. */
final class VccAccount {

    final Ids ids = new Ids();
    final Table<Long, VccProject> projects = Table.inOrder(VccProject::id, VccRefusal::notFound);
    final Table<Long, VccUser> users = Table.inOrder(VccUser::id, VccRefusal::notFound);
    final Table<String, VccCall> calls = Table.inOrder(VccCall::uuid, VccRefusal::notFound);
    final Table<String, VccVoiceFile> voiceFiles = Table.inOrder(VccVoiceFile::uuid, VccRefusal::notFound);

    final Map<Long, List<VccEmail>> emails = new LinkedHashMap<>();
    final Map<Long, UserApi.Presence> online = new LinkedHashMap<>();

    /** The rows of each kind of statistics. */
    final Map<String, List<Map<String, Object>>> statistics = new LinkedHashMap<>();

    /** How long after its call a call record can be read. */
    Duration cdrDelay = Duration.ofMinutes(5);

    /** Hears of each user that is added through the API, with the password. */
    BiConsumer<VccUser, String> userAdded = (user, password) -> {};

    /** Returns the project that a path names. */
    VccProject project(RequestReader ask) {
        return projects.get(ask.id("projectid"));
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

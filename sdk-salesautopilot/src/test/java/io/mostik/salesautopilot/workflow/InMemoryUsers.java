package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CMS that keeps its users in memory, by e-mail address. */
final class InMemoryUsers implements SiteUsers<String> {

    private final Map<String, SiteUser> users = new LinkedHashMap<>();
    private boolean down;

    synchronized void down(boolean isDown) {
        down = isDown;
    }

    synchronized List<SiteUser> all() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized SiteUser create(String email) {
        refuseWhileDown();
        return users.computeIfAbsent(
                "user of " + email,
                id -> SiteUser.of(id, RecordFields.builder().email(email).build()));
    }

    @Override
    public synchronized void link(String user, RecordId record) {
        refuseWhileDown();
        users.computeIfPresent(user, (id, known) -> new SiteUser(id, known.fields(), Optional.of(record)));
    }

    @Override
    public synchronized void emailRefused(String user) {
        refuseWhileDown();
        users.remove(user);
    }

    @Override
    public synchronized List<SiteUser> unlinked(Optional<String> after, int atMost) {
        return users.values().stream()
                .filter(user -> user.record().isEmpty() && user.id().compareTo(after.orElse("")) > 0)
                .sorted(Comparator.comparing(SiteUser::id))
                .limit(atMost)
                .toList();
    }

    private void refuseWhileDown() {
        if (down) {
            throw new IllegalStateException("the CMS is down");
        }
    }
}

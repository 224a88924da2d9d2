package io.mostik.examples;

import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.SiteUser;
import io.mostik.salesautopilot.workflow.SiteUsers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The CMS of a website, in memory: here your own user table stands, with a column for the record in SalesAutopilot. */
final class WebsiteUsers implements SiteUsers<WebsiteUsers.Visitor> {

    private final ConcurrentSkipListMap<String, SiteUser> users = new ConcurrentSkipListMap<>();

    /**
     * What a visitor typed into the form of the website.
     *
     * @param email e-mail address
     * @param firstName given name
     * @param lastName family name
     */
    record Visitor(String email, String firstName, String lastName) {}

    @Override
    public SiteUser create(Visitor visitor) {
        RecordFields fields = RecordFields.builder()
                .email(visitor.email())
                .firstName(visitor.firstName())
                .lastName(visitor.lastName())
                .build();
        return users.computeIfAbsent("user of " + visitor.email(), id -> SiteUser.of(id, fields));
    }

    @Override
    public void link(String user, RecordId record) {
        users.computeIfPresent(user, (id, known) -> new SiteUser(id, known.fields(), Optional.of(record)));
    }

    @Override
    public void emailRefused(String user) {
        users.remove(user);
    }

    @Override
    public List<SiteUser> unlinked(Optional<String> after, int atMost) {
        return users.tailMap(after.orElse(""), false).values().stream()
                .filter(user -> user.record().isEmpty())
                .limit(atMost)
                .toList();
    }
}

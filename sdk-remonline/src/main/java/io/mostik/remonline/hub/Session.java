package io.mostik.remonline.hub;

import io.mostik.core.Secret;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.hub.checks.Finding;
import io.mostik.remonline.hub.checks.FindingCode;
import io.mostik.remonline.hub.checks.Findings;
import io.mostik.remonline.hub.filter.Dictionaries;
import java.nio.charset.StandardCharsets;

/** The key in use: the one place that holds it besides the client made with it. Lasts until another key comes. */
final class Session {

    private final Secret key;
    private final RemOnline client;
    private final ItemBook items;

    Session(Secret key, RemOnline client, ItemBook items) {
        this.key = key;
        this.client = client;
        this.items = items;
    }

    RemOnline client() {
        return client;
    }

    Dictionaries dictionaries() {
        return new Dictionaries(client);
    }

    /** Refuses to keep a document in which somebody has pasted the key, whatever the property. */
    void refuseKeyIn(KeptConnection connection) {
        String written = new String(JsonCodec.camelCase().write(key.reveal()), StandardCharsets.UTF_8);
        if (ConnectionStore.text(connection).contains(written.substring(1, written.length() - 1))) {
            throw SettingsDocument.invalid(
                    FindingCode.SECRET_IN_SETTINGS, "$", "the settings hold the API key; they are no place for it");
        }
    }

    /** Checks settings as they are for the account today; a status that was deleted since is no more than a warning. */
    Findings check(HubSettings settings, Dictionaries account) {
        return new Findings(settings.check(account).list().stream()
                .map(finding -> finding.code() == FindingCode.UNKNOWN_STATUS ? finding.asWarning() : finding)
                .toList());
    }

    Prepared prepare(HubSettings settings, Dictionaries account, Findings found) {
        return new Prepared(
                new RecordMaker(settings, account, items),
                settings.mapping().orElse(SettingsDocument.NO_MAPPING),
                new Findings(found.list().stream().map(Finding::asWarning).toList()));
    }
}

package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.json.JsonCodec;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.filter.Dictionaries;
import java.nio.charset.StandardCharsets;

/** The key in use. Only this class and the account opened with it hold the key. */
final class Session {

    private final Secret key;
    private final HubAccount account;
    private final ItemBook items;

    Session(Secret key, HubAccount account, ItemBook items) {
        this.key = key;
        this.account = account;
        this.items = items;
    }

    HubAccount account() {
        return account;
    }

    Dictionaries dictionaries() {
        return new Dictionaries(account.funnel());
    }

    /** Refuses to keep a document in which somebody has pasted the key, whatever the property. */
    void refuseKeyIn(KeptConnection connection) {
        String written = new String(JsonCodec.camelCase().write(key.reveal()), StandardCharsets.UTF_8);
        if (ConnectionStore.text(connection).contains(written.substring(1, written.length() - 1))) {
            throw SettingsDocument.invalid(
                    FindingCode.SECRET_IN_SETTINGS, "$", "the settings hold the API key; they are no place for it");
        }
    }

    /** Checks settings as they are for the account today; a status that was deleted since is only a warning. */
    Findings check(HubSettings settings, Dictionaries known) {
        return new Findings(settings.check(known).list().stream()
                .map(finding -> finding.code() == FindingCode.UNKNOWN_STATUS ? finding.asWarning() : finding)
                .toList());
    }

    Prepared prepare(HubSettings settings, Dictionaries known, Findings found) {
        return new Prepared(
                new RecordMaker(settings, known, items),
                settings.mapping().orElse(SettingsDocument.NO_MAPPING),
                settings.allColumns(),
                new Findings(found.list().stream().map(Finding::asWarning).toList()));
    }
}

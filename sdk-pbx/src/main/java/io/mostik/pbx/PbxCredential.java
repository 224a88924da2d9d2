package io.mostik.pbx;

import io.mostik.core.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What proves to a PBX who calls: a user name with its password, or a key alone. */
record PbxCredential(Optional<Secret> username, Secret secret) {

    static PbxCredential pair(String username, Secret password) {
        return new PbxCredential(Optional.of(Secret.of(username)), password);
    }

    static PbxCredential key(Secret key) {
        return new PbxCredential(Optional.empty(), key);
    }

    /** Returns every form in which a PBX may repeat it, whatever the form in which it was sent. */
    List<Secret> forms() {
        return username.map(user -> (user.reveal() + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8))
                .map(pair -> List.of(secret, Secret.of(Base64.getEncoder().encodeToString(pair))))
                .orElseGet(() -> List.of(secret));
    }

    /** Refuses a placement that this credential cannot take. */
    void check(CredentialPlacement placement) {
        boolean fits = switch (placement) {
            case BASIC, BOTH -> username.isPresent();
            case HEADER, BEARER, PATH -> username.isEmpty();
            case QUERY, BODY -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("credentialPlacement " + placement + " takes "
                    + (username.isPresent() ? "an apiKey" : "a username and a password"));
        }
    }
}

package io.mostik.pbx;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.Authorizer;
import java.util.List;

/** Puts the credentials where the profile wants them. Path and body have them already when a request comes here. */
final class PbxAuthorizer implements Authorizer {

    private final PbxProfile profile;
    private final PbxCredential credential;
    private final List<Secret> forms;

    PbxAuthorizer(PbxProfile profile, PbxCredential credential) {
        this.profile = profile;
        this.credential = credential;
        this.forms = credential.forms();
    }

    @Override
    public ApiRequest authorize(ApiRequest request) {
        ApiRequest authorized = placed(request);
        for (Secret form : forms) {
            authorized = authorized.hiding(form);
        }
        return authorized;
    }

    private ApiRequest placed(ApiRequest request) {
        return switch (profile.credentialPlacement()) {
            case QUERY -> inQuery(request);
            case BASIC -> basic(request);
            case BOTH -> basic(inQuery(request));
            case HEADER -> request.withHeader(profile.keyParam(), credential.secret());
            case BEARER -> Authorizer.bearer(credential.secret()).authorize(request);
            case PATH -> request;
            case BODY -> request.body().isNone() ? inQuery(request) : request;
        };
    }

    @Override
    public Object identity() {
        return credential;
    }

    private ApiRequest inQuery(ApiRequest request) {
        return credential
                .username()
                .map(username -> request.withQuery(profile.usernameParam(), username)
                        .withQuery(profile.passwordParam(), credential.secret()))
                .orElseGet(() -> request.withQuery(profile.keyParam(), credential.secret()));
    }

    private ApiRequest basic(ApiRequest request) {
        String username = credential.username().orElseThrow().reveal();
        return Authorizer.basic(username, credential.secret()).authorize(request);
    }

    @Override
    public String toString() {
        return "Authorizer";
    }
}

package io.mostik.bridge.action.web;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.internal.Spec;
import java.util.List;

/** Gives {@code http.post} and {@code onec.http.post}. */
public final class WebActions implements ActionProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public WebActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        Spec http =
                Spec.of("http.post", "Posts fields as JSON to a listed server.").vendor("http");
        Spec onec = Spec.of("onec.http.post", "Posts fields as JSON to an HTTP service of a 1C base.")
                .vendor("onec");
        return List.of(PostJson.in(context, http), PostJson.in(context, onec));
    }
}

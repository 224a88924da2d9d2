package io.mostik.bridge.action.web;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionProvider;
import io.mostik.bridge.action.internal.CheckedAction;
import java.util.List;

/** Gives {@code http.post} and {@code onec.http.post}. */
public final class WebActions implements ActionProvider {

    /** Creates the provider, for {@link java.util.ServiceLoader}. */
    public WebActions() {}

    @Override
    public List<Action> actions(ActionContext context) {
        return CheckedAction.all(
                context,
                new PostJson(context, "http.post", "http", "Posts fields as JSON to a listed server."),
                new PostJson(
                        context, "onec.http.post", "onec", "Posts fields as JSON to an HTTP service of a 1C base."));
    }
}

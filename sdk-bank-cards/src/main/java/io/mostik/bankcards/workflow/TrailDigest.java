package io.mostik.bankcards.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.ChangeRequest.Step;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The chain of digests over the steps of a change. */
final class TrailDigest {

    private TrailDigest() {}

    /** Returns a step that follows those that a change has. */
    static Step next(ChangeRequest change, Instant at, String who, String what) {
        return new Step(at, who, what, Optional.of(over(last(change, change.trail()), at, who, what)));
    }

    static boolean isWhole(ChangeRequest change) {
        List<Step> trail = change.trail();
        for (int i = 0; i < trail.size(); i++) {
            Step step = trail.get(i);
            String expected = over(last(change, trail.subList(0, i)), step.at(), step.who(), step.what());
            if (step.digest().filter(digest -> !digest.equals(expected)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** What was asked for is what the first digest stands on; a step of an earlier release has none of its own. */
    private static String last(ChangeRequest change, List<Step> trail) {
        if (trail.isEmpty()) {
            return of(List.of(
                    change.id(),
                    change.ucid().toString(),
                    change.kind().name(),
                    change.limit().map(TrailDigest::text).orElse(""),
                    change.cashLimit().map(TrailDigest::text).orElse(""),
                    change.increase().map(TrailDigest::text).orElse(""),
                    change.requester(),
                    change.reason()));
        }
        Step step = trail.get(trail.size() - 1);
        return step.digest()
                .orElseGet(() ->
                        over(last(change, trail.subList(0, trail.size() - 1)), step.at(), step.who(), step.what()));
    }

    static String text(NewLimit limit) {
        return text(limit.value()) + " " + limit.period().value();
    }

    /** The same for 9E+2 and 900.00, as a store may return either. */
    static String text(BigDecimal sum) {
        return sum.stripTrailingZeros().toPlainString();
    }

    private static String over(String previous, Instant at, String who, String what) {
        return of(List.of(previous, at.toString(), who, what));
    }

    private static String of(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                digest.update((bytes.length + ":").getBytes(UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}

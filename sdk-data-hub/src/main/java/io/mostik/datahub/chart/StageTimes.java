package io.mostik.datahub.chart;

import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.statuses.StatusMapping;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long orders stayed in the stages of a funnel, by the week in which they left them. Keeps sums, not moves. A stage that
 * an order has not left counts nothing; moves between statuses of one stage do not leave it. Of observed moves times are
 * those of the looks. Belongs to one thread.
 */
public final class StageTimes {

    private final StatusMapping mapping;
    private final ZoneId zone;
    private final Map<String, Map<String, Sum>> sums = new LinkedHashMap<>();

    private record Sum(Duration time, long count) {
        static final Sum NOTHING = new Sum(Duration.ZERO, 0);
    }

    /**
     * Creates an empty collection.
     *
     * @param mapping tells the stages
     * @param zone in which weeks begin
     */
    public StageTimes(StatusMapping mapping, ZoneId zone) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.zone = Objects.requireNonNull(zone, "zone");
        mapping.containers().forEach(stage -> sums.put(stage.key(), new TreeMap<>()));
    }

    /** Adds the moves of one order, the first of them first. */
    public void add(List<StageMove> moves) {
        Optional<StageMove> entered = Optional.empty();
        Optional<String> in = Optional.empty();
        for (StageMove move : moves) {
            Optional<String> to = mapping.containerOf(move.statusId()).map(stage -> stage.key());
            if (entered.isPresent() && to.equals(in)) {
                continue;
            }
            if (entered.isPresent() && in.isPresent()) {
                note(in.get(), entered.get(), move);
            }
            entered = Optional.of(move);
            in = to;
        }
    }

    private void note(String stage, StageMove entered, StageMove left) {
        String week =
                left.at().atZone(zone).toLocalDate().with(DayOfWeek.MONDAY).toString();
        Map<String, Sum> weeks = Objects.requireNonNull(sums.get(stage), stage);
        Sum before = weeks.getOrDefault(week, Sum.NOTHING);
        weeks.put(week, new Sum(before.time().plus(Duration.between(entered.at(), left.at())), before.count() + 1));
    }

    /** Returns the mean time in each stage by the Monday of the week, in days; by the keys of the stages. */
    public Map<String, Map<String, Double>> days() {
        Map<String, Map<String, Double>> days = new LinkedHashMap<>();
        sums.forEach((stage, weeks) -> {
            Map<String, Double> means = new TreeMap<>();
            weeks.forEach((week, sum) -> means.put(week, sum.time().toSeconds() / 86_400.0 / sum.count()));
            days.put(stage, means);
        });
        return days;
    }
}

package io.loadline.score;

import io.loadline.rule.Dimension;
import java.util.Map;

/**
 * Level and score of one service.
 *
 * @param level the highest level for which no confident must-check fails
 * @param verified whether every must-check of that level could be judged
 * @param toNext root causes between here and the next level
 * @param value 0 to 100, what is known counted
 * @param low 0 to 100, as if every unknown were a breach
 * @param high 0 to 100, as if every unknown and every unsure breach held
 * @param coverage share of the subjects that could be judged, 0 to 1
 * @param grade A to F
 * @param withoutSuppressions the value if nothing were suppressed
 * @param dimensions 0 to 100 for each dimension that was asked about, in the order of {@link Dimension}
 */
public record ServiceScore(
        Level level,
        boolean verified,
        int toNext,
        double value,
        double low,
        double high,
        double coverage,
        String grade,
        double withoutSuppressions,
        Map<Dimension, Double> dimensions) {

    /** Whether anything of it could be judged; where nothing could, level and points say nothing. */
    public boolean isJudged() {
        return coverage > 0;
    }
}

package io.loadline.evidence;

/**
 * Something that could not be read, linked or asked. Bad input is data: it is collected, reported and never ends the run.
 *
 * @param stage the stage that met it: {@code open}, {@code read}, {@code observe}, {@code link}, {@code ask} or {@code settle}
 * @param message one sentence: what was found and what was expected
 */
public record Problem(Location at, String stage, String message) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        int byPlace = at.compareTo(other.at);
        int byStage = byPlace != 0 ? byPlace : stage.compareTo(other.stage);
        return byStage != 0 ? byStage : message.compareTo(other.message);
    }
}

package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.system.Reach.Heat;
import io.loadline.system.code.Method;

/**
 * A way in: a method that is called from outside the process or by its runtime.
 *
 * @param id for people and reports: {@code GET /customers/{id}/orders}, {@code OrderListener.onOrder}
 * @param kind {@code http}, {@code grpc}, {@code message}, {@code schedule}, {@code startup} or {@code main}
 */
public record Entry(String id, String kind, Method method) {

    /** Where its method stands. */
    public Location at() {
        return method.at();
    }

    /** How hot the way is. */
    public Heat heat() {
        return switch (kind) {
            case "http", "grpc" -> Heat.REQUEST;
            case "message" -> Heat.LISTENER;
            case "schedule" -> Heat.BACKGROUND;
            default -> Heat.STARTUP;
        };
    }
}

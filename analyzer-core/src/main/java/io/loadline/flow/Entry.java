package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.evidence.Location;
import io.loadline.system.Reach.Heat;
import io.loadline.system.code.Method;
import org.jspecify.annotations.Nullable;

/**
 * A way in: a method that is called from outside the process or by its runtime.
 *
 * @param id for people and reports: {@code GET /customers/{id}/orders}, {@code OrderListener.onOrder}
 * @param kind {@code http}, {@code grpc}, {@code rpc}, {@code message}, {@code schedule}, {@code background}, {@code startup} or {@code main}
 * @param function the lambda within the method that is the way in; absent where the whole method is
 * @param live whether a service of the tree may run it; not so where it exists for developers only, or every configuration switches it off
 */
public record Entry(
        String id, String kind, Method method, @Nullable Node function, boolean live) {

    /** Where its method stands. */
    public Location at() {
        return method.at();
    }

    /** How hot the way is. What no service runs is as cold as what runs once. */
    public Heat heat() {
        if (!live) {
            return Heat.STARTUP;
        }
        return switch (kind) {
            case "http", "grpc", "rpc" -> Heat.REQUEST;
            case "message" -> Heat.LISTENER;
            case "schedule", "background" -> Heat.BACKGROUND;
            default -> Heat.STARTUP;
        };
    }
}

package io.loadline.flow;

import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of some first methods lead to each method. A large system has very many such pairs, so they are kept as numbers. */
final class Inflow {

    /** A method, the methods it calls once they are known, and the first methods that lead to it. */
    private static final class Stop {
        private final Method method;
        private @Nullable List<Stop> next;
        private int[] leading = new int[2];
        private int count;

        Stop(Method method) {
            this.method = method;
        }

        /** Whether this is news: first methods come in ascending order, each as a whole. */
        boolean reached(int first) {
            if (count > 0 && leading[count - 1] == first) {
                return false;
            }
            if (count == leading.length) {
                leading = Arrays.copyOf(leading, 2 * count);
            }
            leading[count++] = first;
            return true;
        }
    }

    private final CallGraph graph;
    private final Map<Method, Stop> stops = new HashMap<>();

    /** @param first the methods where work begins; answers name them by their positions */
    Inflow(CallGraph graph, List<Method> first) {
        this.graph = graph;
        for (int i = 0; i < first.size(); i++) {
            follow(stop(first.get(i)), i);
        }
    }

    /** Positions, ascending, of the first methods that lead to a method or are it. */
    int[] to(Method method) {
        Stop stop = stops.get(method);
        return stop == null ? new int[0] : Arrays.copyOf(stop.leading, stop.count);
    }

    private void follow(Stop start, int first) {
        List<Stop> open = new ArrayList<>();
        start.reached(first);
        open.add(start);
        while (!open.isEmpty()) {
            for (Stop next : next(open.remove(open.size() - 1))) {
                if (next.reached(first)) {
                    open.add(next);
                }
            }
        }
    }

    private List<Stop> next(Stop stop) {
        List<Stop> known = stop.next;
        if (known == null) {
            known = graph.from(stop.method).stream().map(this::stop).toList();
            stop.next = known;
        }
        return known;
    }

    private Stop stop(Method method) {
        return stops.computeIfAbsent(method, Stop::new);
    }
}

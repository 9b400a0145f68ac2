package io.loadline.flow.component;

import io.loadline.flow.CallGraph;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Code;

/** What following values through a program needs. Made for one thread at a time. */
record Program(Code code, Texts texts, Beans beans, Callers callers, CallGraph graph, Matches matches) {

    static final Query<Program> QUERY = new Query<>("program") {
        @Override
        protected Program compute(SystemModel system) {
            return new Program(
                    system.code(),
                    new Texts(system.code()),
                    system.ask(Beans.QUERY),
                    system.ask(Callers.QUERY),
                    system.ask(CallGraph.QUERY),
                    new Matches(system.code().catalog()));
        }
    };
}

package io.loadline;

import io.loadline.flow.FlowSubjects;
import io.loadline.flow.ledger.Ledger;
import io.loadline.system.SubjectSource;
import io.loadline.system.landscape.LandscapeSubjects;
import java.util.ArrayList;
import java.util.List;

/** Every kind of subject that a rule can be asked about. */
final class Subjects {

    private Subjects() {}

    static List<SubjectSource<?>> sources() {
        List<SubjectSource<?>> all = new ArrayList<>(FlowSubjects.sources());
        all.addAll(LandscapeSubjects.sources());
        all.add(Ledger.subjects());
        return all;
    }
}

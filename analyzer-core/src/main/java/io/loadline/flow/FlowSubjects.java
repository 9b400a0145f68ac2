package io.loadline.flow;

import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import java.util.List;

/** Where the subjects come from that whole-program questions find. */
public final class FlowSubjects {

    private FlowSubjects() {}

    /** One source for each kind of subject. */
    public static List<SubjectSource<?>> sources() {
        return List.of(CallSubjects.remoteCalls(), CallSubjects.queryCalls(), new OpenTransactions());
    }

    private static final class OpenTransactions implements SubjectSource<Transaction> {
        @Override
        public Class<Transaction> kind() {
            return Transaction.class;
        }

        @Override
        public List<Transaction> find(SystemModel system) {
            return system.ask(Transactions.QUERY).all();
        }
    }
}

package io.loadline.flow;

import io.loadline.catalog.Role;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import java.util.List;

/** Where the subjects come from that whole-program questions find. */
public final class FlowSubjects {

    private FlowSubjects() {}

    /** One source for each kind of subject. */
    public static List<SubjectSource<?>> sources() {
        return List.of(
                CallSubjects.remoteCalls(),
                CallSubjects.queryCalls(),
                new OpenTransactions(),
                new ScheduledJobs(),
                new ComponentSubjects<>(RemoteClient.class, List.of(Role.CLIENT), RemoteClient::new),
                new ComponentSubjects<>(Executor.class, List.of(Role.EXECUTOR), Executor::new),
                new ComponentSubjects<>(Cache.class, List.of(Role.CACHE, Role.CACHE_MANAGER), Cache::new),
                new ComponentSubjects<>(RetryPolicy.class, List.of(Role.RETRY), RetryPolicy::new));
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

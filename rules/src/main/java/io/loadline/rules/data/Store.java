package io.loadline.rules.data;

import io.loadline.catalog.Effect;
import io.loadline.flow.QueryCall;

/** What a round trip goes to, and how one speaks of it. */
enum Store {
    /** A database behind a pool of connections. */
    POOLED(
            "database round trip",
            ", and keeps a connection busy as long",
            "a query with IN or a join, findAllById, saveAll or a batch"),
    /** A repository that does not tell what is behind it. */
    UNTOLD("database round trip", "", "a query for many keys, findAllById, saveAll or a batch"),
    DOCUMENTS("database round trip", "", "a query for many keys, or a bulk operation"),
    CACHE("round trip to the shared cache", "", "a command for many keys, or a pipeline");

    final String trip;
    final String meanwhile;
    final String atOnce;

    Store(String trip, String meanwhile, String atOnce) {
        this.trip = trip;
        this.meanwhile = meanwhile;
        this.atOnce = atOnce;
    }

    static Store of(QueryCall query) {
        if (query.operation().does() == Effect.CACHE) {
            return CACHE;
        }
        String protocol = query.operation().protocol();
        return protocol == null ? UNTOLD : protocol.equals("jdbc") ? POOLED : DOCUMENTS;
    }
}

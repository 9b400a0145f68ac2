package io.loadline.catalog;

/** What a component is to the system. */
public enum Role {
    CLIENT,
    CARRIER,
    EXECUTOR,
    QUEUE,
    CACHE,
    CACHE_MANAGER,
    POOL,
    RETRY,
    /** A part that only carries limits for another component, such as a request configuration. */
    PART
}

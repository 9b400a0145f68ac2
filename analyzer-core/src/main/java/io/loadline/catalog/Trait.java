package io.loadline.catalog;

/** A refinement of an operation or component that rules ask for. */
public enum Trait {
    /** Changes data on the other side. */
    WRITE,
    /** Takes or returns many at once; the remedy for a loop. */
    BULK,
    /** Returns as many as there are unless the call limits it. */
    UNBOUNDED_RESULT,
    /** Returns at most as many as the call says. */
    BOUNDED_RESULT,
    /** Returns at most one. */
    SINGLE_RESULT,
    /** Result is a stream or cursor that is read piecewise. */
    CURSOR,
    /** The caller's thread does not wait for it. */
    ASYNC,
    /** Waits at most as long as an argument says. */
    TIMED,
    /** Only noted; what sends it later may send many together. */
    QUEUED,
    /** Asks for one thing by its key, so that a cache of such things may answer. */
    BY_KEY,
    /** Asks only where the answer is not there yet. */
    IF_MISSING,
    /** Only prepares; another call does the work. */
    ASSEMBLY,
    /** Leaves the process only where the scheme of its address says so. */
    ADDRESS_DECIDES,
    /** Served from this process most of the time. */
    LOCAL,
    /** Threads are virtual. */
    VIRTUAL_THREADS,
    /** One thread that works in order. */
    SERIAL,
    /** Runs jobs at times rather than on demand. */
    SCHEDULED,
    /** A bounded stand-in such as a semaphore or bulkhead. */
    LIMITER,
    /** Does nothing until the project switches asynchronous methods on. */
    SWITCHED_ON,
    /** Shares the resources of what it was derived from. */
    SHARED,
    /** The process keeps its connections, so that whoever makes it anew loses none. */
    PROCESS_CONNECTIONS,
    /** Query text given as an argument: the text decides what it does. */
    QUERY_TEXT,
    /** The name of the method says what is queried. */
    DERIVED_QUERY
}

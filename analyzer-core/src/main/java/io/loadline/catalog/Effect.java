package io.loadline.catalog;

/** The class of work that an operation does outside the caller's own code. */
public enum Effect {
    /** A synchronous or awaited call to another process that is not a database, cache or broker. */
    REMOTE,
    /** A round trip to a database or other data store. */
    QUERY,
    /** A message handed to a broker. */
    PUBLISH,
    /** A call to a language model or another inference service. */
    MODEL,
    /** A round trip to a shared cache. */
    CACHE,
    /** A mail, a file transfer or another slow outward effect. */
    SEND,
    /** The caller's thread sleeps. */
    SLEEP,
    /** The caller's thread waits for another thread or for a lock. */
    WAIT,
    /** A thread is started. */
    SPAWN,
    /** Work is handed to an executor. */
    SUBMIT,
    /** State is kept in the HTTP session. */
    SESSION
}

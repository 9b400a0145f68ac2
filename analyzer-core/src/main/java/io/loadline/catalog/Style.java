package io.loadline.catalog;

/** Whether a client's caller waits with its thread. */
public enum Style {
    BLOCKING,
    REACTIVE,
    ASYNC
}

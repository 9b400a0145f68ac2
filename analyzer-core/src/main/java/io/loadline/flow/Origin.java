package io.loadline.flow;

/** Where the elements of a loop come from, and so what decides how many there are; what says most comes first. */
public enum Origin {
    /** A data store gives them: there are as many as there is data. */
    STORED,
    /** A page of them, or the history of one parent: as many as somebody asks for or as have come together. */
    PAGE,
    /** They belong to one parent, such as the lines of an order. */
    CHILDREN,
    /** Another process gives them. */
    REMOTE,
    /** A caller hands them in, or that is not known. */
    OTHER
}

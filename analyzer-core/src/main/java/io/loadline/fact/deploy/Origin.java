package io.loadline.fact.deploy;

import io.loadline.source.Tree;

/** Tells which file a part of a document comes from, for documents that were put together from several files. */
@FunctionalInterface
public interface Origin {

    /** Everything comes from the file of the document itself. */
    Origin SAME_FILE = (tree, inherited) -> inherited;

    /**
     * The path of the file that a value was written in.
     *
     * @param inherited the path of what holds the value
     */
    String of(Tree tree, String inherited);
}

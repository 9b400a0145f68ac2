package io.loadline.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What a module gets to do when it comes to a goal: nothing, or judging for all. */
@FunctionalInterface
interface Turn {
    void take() throws MojoExecutionException, MojoFailureException;
}

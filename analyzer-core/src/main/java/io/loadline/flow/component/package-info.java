/**
 * What is built in code and with which limits: clients, executors, caches, pools, retries, and everything that configures them. Knows no
 * third-party API by name; those are catalog data.
 */
@NullMarked
package io.loadline.flow.component;

import org.jspecify.annotations.NullMarked;

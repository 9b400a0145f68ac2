/**
 * Services: which modules, main classes, images and workloads belong together, and why. Knows no rule.
 */
@NullMarked
package io.loadline.system.service;

import org.jspecify.annotations.NullMarked;

/** Rules about bounded resources: threads, queues and caches. */
@NullMarked
package io.loadline.rules.bounds;

import org.jspecify.annotations.NullMarked;

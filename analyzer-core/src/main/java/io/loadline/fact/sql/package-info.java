/**
 * What changelogs and mapper files state of tables and queries. Must not know what is concluded from it.
 */
@NullMarked
package io.loadline.fact.sql;

import org.jspecify.annotations.NullMarked;

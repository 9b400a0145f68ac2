/** Proves the catalog against the jars that it names. */
package io.loadline.rules.catalog;

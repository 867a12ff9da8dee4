/** Builds, through Maven, the parts that are missing or older than their sources. */
@NullMarked
package fr.liaison.platform.build;

import org.jspecify.annotations.NullMarked;

/** Where things lie: the checkout with what the build brought, the run directory, the cache. */
@NullMarked
package fr.liaison.platform.layout;

import org.jspecify.annotations.NullMarked;

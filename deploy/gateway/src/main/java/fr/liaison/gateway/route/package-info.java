/**
 * Where a request goes, from its method and path alone; what is not clearly a known route is
 * refused.
 */
@NullMarked
package fr.liaison.gateway.route;

import org.jspecify.annotations.NullMarked;
